import type { Messages } from '../en/index.ts';

export const page: Messages['page'] = {
  skipToContent: 'Naar de inhoud',
  language: 'Taal',
};

export const signIn: Messages['signIn'] = {
  title: 'Inloggen',
  once: 'Met deze link logt u in. De link werkt één keer.',
  token: 'API-token of beheertoken',
  button: 'Inloggen',
  provider: (host) => `Inloggen met ${host}`,
  orToken: 'Of log in met een token:',
  fresh:
    'Voor wat u wilde doen moet u in het afgelopen kwartier hebben ingelogd. Log opnieuw in en doe het daarna nog een keer. Er is niets gewijzigd.',
  tooMany: (seconds) =>
    `Vanaf uw adres is inloggen te vaak mislukt. Wacht ${seconds} seconden en probeer het opnieuw met het juiste token.`,
  failed: 'Inloggen is niet gelukt. Een link werkt één keer en een kwartier lang, en een token moet volledig zijn.',
};

export const notices: Messages['notices'] = {
  linkUnknown: {
    title: 'Deze link werkt niet',
    what: 'Misschien is de link niet volledig gekopieerd, of is de winkel waar die bij hoorde verwijderd.',
    todo: 'Vraag degene die u de link stuurde om een nieuwe.',
  },
  linkExpired: {
    title: 'Deze link is verlopen',
    what: 'Links om een winkel te koppelen zijn beperkt geldig.',
    todo: 'Vraag degene die u de link stuurde om een nieuwe. Verder is er niets verloren.',
  },
  linkEnded: {
    title: 'Deze link is beëindigd',
    what: 'Links eindigen wanneer de winkel is gekoppeld, wanneer het e-mailadres verandert of wanneer iemand ze beëindigt.',
    todo: 'Hebt u de winkel net gekoppeld? Dan hoeft u niets te doen. Vraag anders degene die de winkel beheert om een nieuwe link.',
  },
  storeGone: {
    title: 'Deze winkel bestaat niet meer',
    what: 'De winkel is verwijderd, dus er valt niets meer te koppelen. Er is niets opgeslagen.',
    todo: 'Had u de winkel hier wel verwacht? Neem dan contact op met degene die u de link stuurde.',
  },
  callbackIncomplete: {
    title: 'Er ontbreekt iets in dit adres',
    what: 'Amazon stuurt u naar deze pagina nadat u toestemming hebt gegeven, met gegevens die hier ontbreken.',
    todo: 'Open uw koppellink opnieuw en doorloop alle stappen.',
  },
  otherBrowser: {
    title: 'Ga verder waar u begon',
    what: 'U hebt bij Amazon toestemming gegeven in een andere browser, of deze browser accepteert geen cookies. Er is niets verbruikt.',
    todo: 'Ga terug naar de browser waarin u begon, of open uw koppellink opnieuw in deze browser.',
  },
  consentUnknown: {
    title: 'We herkennen dit verzoek niet',
    what: 'Het is niet hier begonnen, of het is al afgerond.',
    todo: 'Open uw koppellink opnieuw en doorloop alle stappen.',
  },
  consentTooOld: {
    title: 'Dat duurde te lang',
    what: 'Voor uw veiligheid is een verzoek maar een half uur geldig, en niet langer dan de link ervan.',
    todo: 'Open uw koppellink opnieuw en doorloop alle stappen.',
  },
  unavailable: {
    title: 'Een ogenblik geduld',
    what: 'We kunnen dit nu niet opslaan. Er gaat niets verloren.',
    todo: 'Deze pagina probeert het om de paar seconden opnieuw. Laat de pagina open.',
  },
  tooMany: {
    title: 'Te veel verzoeken',
    what: 'We kregen te veel verzoeken van uw verbinding.',
    todo: 'Wacht een minuut en laad deze pagina opnieuw.',
  },
  malformed: {
    title: 'Dit adres is niet geldig',
    what: 'Het lijkt beschadigd te zijn.',
    todo: 'Open uw link opnieuw of vraag om een nieuwe.',
  },
  fault: {
    title: 'Er ging bij ons iets mis',
    what: 'Dit ligt niet aan u.',
    todo: 'Laad deze pagina over een minuut opnieuw. Blijft dit gebeuren? Neem dan contact op met degene die u hierheen stuurde.',
  },
  undoTooLate: {
    title: 'Dit kan niet meer ongedaan worden gemaakt',
    what: 'Een autorisatie kan één keer ongedaan worden gemaakt, binnen tien minuten en alleen zolang die geldt.',
    todo: 'Vraag degene die u de link stuurde om de winkel los te koppelen.',
  },
};

export const outcome: Messages['outcome'] = {
  verifying: {
    title: 'Dank u. We controleren de koppeling',
    what: 'U hebt bij Amazon toestemming gegeven. We controleren bij Amazon of de koppeling werkt.',
    next: 'Deze pagina toont vanzelf het resultaat. U mag de pagina ook sluiten: we ronden de koppeling zonder u af.',
  },
  connected: {
    title: 'Gekoppeld',
    what: (store, sellerId) => `${store} is gekoppeld aan verkoper ${sellerId}.`,
    until: (date) => `De koppeling is geldig tot ${date}.`,
    renewal: (date) => `Vanaf ${date} vragen we u per e-mail om de koppeling te verlengen.`,
    close: 'U hoeft niets meer te doen. U kunt deze pagina sluiten.',
    account: (account, sellerId) => `U hebt ${account} gekoppeld, verkoper ${sellerId}.`,
    notYours: 'Is dat niet uw account? U kunt dit tien minuten lang terugdraaien; alles is dan weer zoals het was.',
    undo: 'Niet van u? Ongedaan maken',
  },
  undoing: {
    title: 'Een ogenblik: we maken het ongedaan',
    what: 'Wat voor uw toestemming gold, wordt hersteld.',
    next: 'Deze pagina toont vanzelf het resultaat. U mag de pagina ook sluiten: we ronden het zonder u af.',
  },
  undone: {
    title: 'Ongedaan gemaakt',
    what: (sellerId) => `De autorisatie van verkoper ${sellerId} wordt niet meer gebruikt; onze toegang is vernietigd.`,
    restored: 'De vorige autorisatie geldt weer, tot dezelfde datum als voorheen.',
    first: 'De winkel is niet gekoppeld, net als voor uw toestemming.',
    atAmazon:
      'Bij Amazon zelf blijft de toestemming bestaan totdat die wordt verwijderd: log in op Seller Central met het account dat u gebruikte, open Apps and Services, Manage Your Apps, en verwijder deze applicatie.',
    atOtherAccount: (sellerId) =>
      `Hebt u een ander account gebruikt dan dat van verkoper ${sellerId}, verwijder de toestemming dan ook daar: log in op Seller Central met dat account, open Apps and Services, Manage Your Apps, en verwijder deze applicatie. Verwijder die niet bij verkoper ${sellerId}: dan eindigt de herstelde autorisatie.`,
    again: 'Koppelen met het juiste account',
  },
  refused: {
    title: 'De winkel kon niet worden gekoppeld',
    kept: 'Uw bestaande koppeling blijft werken.',
    again: 'Opnieuw proberen',
    contact: 'Neem contact op met degene die u de link stuurde.',
  },
};
