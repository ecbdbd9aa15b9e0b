import type { Locale } from '../../domain/reasons.ts';

/** A page that says what is the matter and the one thing to do. */
interface Notice {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

export type NoticeName =
  | 'linkUnknown'
  | 'linkExpired'
  | 'storeGone'
  | 'callbackIncomplete'
  | 'otherBrowser'
  | 'consentUnknown'
  | 'consentTooOld'
  | 'unavailable'
  | 'tooMany'
  | 'malformed'
  | 'fault';

interface Words {
  readonly skipToContent: string;
  readonly language: string;
  readonly notices: Readonly<Record<NoticeName, Notice>>;
  readonly verifying: { readonly title: string; readonly what: string; readonly next: string };
  readonly connected: {
    readonly title: string;
    readonly what: (store: string, seller: string) => string;
    readonly until: (date: string) => string;
    readonly renewal: (date: string) => string;
    readonly close: string;
  };
  readonly refused: { readonly title: string; readonly kept: string; readonly again: string; readonly contact: string };
  readonly signIn: {
    readonly title: string;
    readonly once: string;
    readonly token: string;
    readonly button: string;
    readonly failed: string;
  };
}

const en: Words = {
  signIn: {
    title: 'Sign in',
    once: 'This link signs this browser in, once.',
    token: 'API token or admin token',
    button: 'Sign in',
    failed: 'That did not work: a link works once and for 15 minutes, and a token has to be complete.',
  },
  skipToContent: 'Skip to the content',
  language: 'Language',
  notices: {
    linkUnknown: {
      title: 'This link does not work',
      what: 'It may have been copied incompletely, or the store it belonged to was removed.',
      todo: 'Ask whoever sent you the link for a new one.',
    },
    linkExpired: {
      title: 'This link has expired',
      what: 'Links to connect a store are valid for a limited time.',
      todo: 'Ask whoever sent you the link for a new one. Nothing else is lost.',
    },
    storeGone: {
      title: 'This store no longer exists',
      what: 'It was removed, so there is nothing left to connect. Nothing was stored.',
      todo: 'If you expected it to be there, contact whoever sent you the link.',
    },
    callbackIncomplete: {
      title: 'Something is missing in this address',
      what: 'This page is where Amazon sends you after you agreed, with details that are missing here.',
      todo: 'Open your connect link again and follow it to the end.',
    },
    otherBrowser: {
      title: 'Please continue where you began',
      what: 'You agreed at Amazon in another browser, or this one does not keep cookies. Nothing was used up.',
      todo: 'Go back to the browser you began in, or open your connect link again in this one.',
    },
    consentUnknown: {
      title: 'We do not know this request',
      what: 'It was not begun here, or it was answered before.',
      todo: 'Open your connect link again and follow it to the end.',
    },
    consentTooOld: {
      title: 'That took too long',
      what: 'For your safety, a request may be answered for half an hour only.',
      todo: 'Open your connect link again and follow it to the end.',
    },
    unavailable: {
      title: 'One moment, please',
      what: 'We cannot save this right now. Nothing is lost.',
      todo: 'This page tries again by itself every few seconds. Leave it open.',
    },
    tooMany: {
      title: 'That was a little fast',
      what: 'There were too many requests from your connection.',
      todo: 'Wait a minute and load this page again.',
    },
    malformed: {
      title: 'This address cannot be read',
      what: 'It seems to be damaged.',
      todo: 'Open your link again, or ask for a new one.',
    },
    fault: {
      title: 'Something of ours went wrong',
      what: 'This is not your fault.',
      todo: 'Load this page again in a minute. If it stays, contact whoever sent you here.',
    },
  },
  verifying: {
    title: 'Thank you. We are checking the connection',
    what: 'You agreed at Amazon. We are asking Amazon whether the connection works.',
    next: 'This page shows the result by itself. You may also close it: the connection is finished without you.',
  },
  connected: {
    title: 'Connected',
    what: (store, seller) => `${store} is connected with seller ${seller}.`,
    until: (date) => `The connection is valid until ${date}.`,
    renewal: (date) => `From ${date} we will ask you by e-mail to renew it.`,
    close: 'Nothing is left to do. You may close this page.',
  },
  refused: {
    title: 'The store could not be connected',
    kept: 'The connection you had before goes on working.',
    again: 'Try again',
    contact: 'Contact whoever sent you the link.',
  },
};

const nl: Words = {
  signIn: {
    title: 'Inloggen',
    once: 'Met deze link logt deze browser in, één keer.',
    token: 'API-token of beheertoken',
    button: 'Inloggen',
    failed: 'Dat lukte niet: een link werkt één keer en een kwartier lang, en een token moet volledig zijn.',
  },
  skipToContent: 'Naar de inhoud',
  language: 'Taal',
  notices: {
    linkUnknown: {
      title: 'Deze link werkt niet',
      what: 'Misschien is de link niet helemaal gekopieerd, of de winkel waar die bij hoorde is verwijderd.',
      todo: 'Vraag degene die u de link stuurde om een nieuwe.',
    },
    linkExpired: {
      title: 'Deze link is verlopen',
      what: 'Links om een winkel te koppelen zijn beperkt geldig.',
      todo: 'Vraag degene die u de link stuurde om een nieuwe. Verder is er niets verloren.',
    },
    storeGone: {
      title: 'Deze winkel bestaat niet meer',
      what: 'De winkel is verwijderd, dus er valt niets te koppelen. Er is niets opgeslagen.',
      todo: 'Had u de winkel wel verwacht? Neem dan contact op met degene die u de link stuurde.',
    },
    callbackIncomplete: {
      title: 'Er ontbreekt iets in dit adres',
      what: 'Op deze pagina komt u terug nadat u bij Amazon akkoord ging, met gegevens die hier ontbreken.',
      todo: 'Open uw koppellink opnieuw en volg die tot het einde.',
    },
    otherBrowser: {
      title: 'Ga verder waar u begon',
      what: 'U ging bij Amazon akkoord in een andere browser, of deze browser bewaart geen cookies. Er is niets verbruikt.',
      todo: 'Ga terug naar de browser waarin u begon, of open uw koppellink opnieuw in deze.',
    },
    consentUnknown: {
      title: 'Wij kennen dit verzoek niet',
      what: 'Het is niet hier begonnen, of het is al eerder beantwoord.',
      todo: 'Open uw koppellink opnieuw en volg die tot het einde.',
    },
    consentTooOld: {
      title: 'Dat duurde te lang',
      what: 'Voor uw veiligheid kan een verzoek maar een half uur worden beantwoord.',
      todo: 'Open uw koppellink opnieuw en volg die tot het einde.',
    },
    unavailable: {
      title: 'Een ogenblik geduld',
      what: 'Wij kunnen dit nu niet opslaan. Er gaat niets verloren.',
      todo: 'Deze pagina probeert het om de paar seconden vanzelf opnieuw. Laat de pagina open.',
    },
    tooMany: {
      title: 'Dat ging iets te snel',
      what: 'Er kwamen te veel verzoeken van uw verbinding.',
      todo: 'Wacht een minuut en laad deze pagina opnieuw.',
    },
    malformed: {
      title: 'Dit adres is niet te lezen',
      what: 'Het lijkt beschadigd te zijn.',
      todo: 'Open uw link opnieuw, of vraag om een nieuwe.',
    },
    fault: {
      title: 'Er ging bij ons iets mis',
      what: 'Dit ligt niet aan u.',
      todo: 'Laad deze pagina over een minuut opnieuw. Blijft het zo, neem dan contact op met degene die u hierheen stuurde.',
    },
  },
  verifying: {
    title: 'Dank u. Wij controleren de koppeling',
    what: 'U ging akkoord bij Amazon. Wij vragen Amazon of de koppeling werkt.',
    next: 'Deze pagina toont vanzelf het resultaat. U mag de pagina ook sluiten: de koppeling wordt zonder u afgemaakt.',
  },
  connected: {
    title: 'Gekoppeld',
    what: (store, seller) => `${store} is gekoppeld met verkoper ${seller}.`,
    until: (date) => `De koppeling is geldig tot ${date}.`,
    renewal: (date) => `Vanaf ${date} vragen wij u per e-mail om die te verlengen.`,
    close: 'U hoeft niets meer te doen. U mag deze pagina sluiten.',
  },
  refused: {
    title: 'De winkel kon niet worden gekoppeld',
    kept: 'De koppeling die u al had, blijft werken.',
    again: 'Opnieuw proberen',
    contact: 'Neem contact op met degene die u de link stuurde.',
  },
};

/** Everything a seller reads on our pages, except reasons, which are the domain's. */
export const wording: Readonly<Record<Locale, Words>> = { en, nl };
