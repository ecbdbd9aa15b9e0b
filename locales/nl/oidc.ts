import type { Messages } from '../en/index.ts';

export const oidc: Messages['oidc'] = {
  again: 'Terug naar inloggen',
  signedIn: { title: 'U bent ingelogd', button: 'Verder' },
  signedOut: { title: 'U bent uitgelogd bij Perennial', button: 'Ook uitloggen bij de identityprovider' },
  notices: {
    unavailable: {
      title: 'De identityprovider is nu niet te gebruiken',
      what: (issuer, detail) => `Perennial heeft ${issuer} proberen te bereiken. Het resultaat was: ${detail}.`,
      todo: 'Probeer het zo meteen opnieuw, of log in met een token. Blijft dit gebeuren? Vraag dan een operator om de identityprovider en OIDC_ISSUER te controleren.',
    },
    unknown: {
      title: 'Deze aanmelding is niet in deze browser begonnen',
      what: () =>
        'Ze begon in een andere browser of een ander tabblad, duurde langer dan tien minuten of is al afgerond. Er is niets verbruikt.',
      todo: 'Begin opnieuw met inloggen en rond het in dezelfde browser af.',
    },
    refused: {
      title: 'Inloggen is niet gelukt',
      what: (code) => `Het inloggen bij de identityprovider eindigde met de fout “${code}”.`,
      todo: 'Begin opnieuw met inloggen. Lukt het weer niet? Geef deze fout dan door aan een operator: invalid_client betekent dat OIDC_CLIENT_ID of OIDC_CLIENT_SECRET niet klopt.',
    },
    notFresh: {
      title: 'De identityprovider heeft u niet opnieuw laten inloggen',
      what: () =>
        'Voor wat u wilt doen moet u kort geleden hebben ingelogd, en de identityprovider meldt niet dat u dat zojuist deed.',
      todo: 'Log uit, log opnieuw in en vul daar uw wachtwoord in. Blijft dit gebeuren? Vraag dan een operator of de provider max_age en auth_time ondersteunt.',
    },
  },
  noRole: {
    title: 'U hebt geen rol in Perennial',
    what: (name) => `De identityprovider kent u als ${name}, maar geeft u hier geen rol.`,
    claim: 'Claim waar Perennial naar keek',
    value: 'De waarde daarvan',
    missing: '(ontbreekt)',
    todo: 'Vraag de beheerder van de identityprovider om viewer, operator of admin in deze claim te zetten, en log daarna opnieuw in.',
  },
};
