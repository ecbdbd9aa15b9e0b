import type { Locale } from '../../domain/reasons.ts';

export type LoginTrouble = 'incomplete' | 'foreign' | 'signIn' | 'role' | 'noStore';

interface LoginWords {
  readonly troubles: Readonly<
    Record<LoginTrouble, { readonly title: string; readonly what: string; readonly todo: string }>
  >;
  readonly signInButton: string;
  readonly looking: { readonly title: string; readonly what: string; readonly go: string };
  readonly choose: {
    readonly title: string;
    readonly what: (sellerId: string) => string;
    readonly legend: string;
    readonly button: string;
    readonly gone: string;
  };
}

const en: LoginWords = {
  troubles: {
    incomplete: {
      title: 'Something is missing in this address',
      what: 'Seller Central sends you to this page with details that are missing here. Nothing was used up.',
      todo: 'Go back to Seller Central, open Manage Your Apps and begin there again.',
    },
    foreign: {
      title: 'This address does not lead to Seller Central',
      what: 'We go on only to a Seller Central that Perennial is set up for, and this is none of them. Nothing was used up.',
      todo: 'Begin again in Seller Central. If it stays, whoever runs Perennial has to check AMAZON_SELLER_CENTRAL_URL_….',
    },
    signIn: {
      title: 'Sign in to choose a store',
      what: 'We do not know this seller account yet, so somebody who looks after the stores has to say which store it is for.',
      todo: 'Sign in and come back here by itself, or ask whoever looks after the stores for a connect link.',
    },
    role: {
      title: 'You may not choose a store',
      what: 'Your role lets you look at stores, not connect them.',
      todo: 'Ask an operator or an admin to do this, or for a connect link.',
    },
    noStore: {
      title: 'No store awaits its authorization',
      what: 'Nothing in this region is left to be connected, and we do not know this seller account yet.',
      todo: 'Add the store first, then begin again in Seller Central.',
    },
  },
  signInButton: 'Sign in',
  looking: {
    title: 'One moment, please',
    what: 'We are looking whether this browser is signed in. This page goes on by itself.',
    go: 'Go on',
  },
  choose: {
    title: 'Which store is this for?',
    what: (sellerId) => `Seller ${sellerId} begins an authorization in Seller Central. Choose the store it connects.`,
    legend: 'Stores that await their authorization',
    button: 'Continue to Amazon',
    gone: 'That store no longer awaits its authorization. Choose another one.',
  },
};

const nl: LoginWords = {
  troubles: {
    incomplete: {
      title: 'Er ontbreekt iets in dit adres',
      what: 'Seller Central stuurt u naar deze pagina met gegevens die hier ontbreken. Er is niets verbruikt.',
      todo: 'Ga terug naar Seller Central, open Uw apps beheren en begin daar opnieuw.',
    },
    foreign: {
      title: 'Dit adres leidt niet naar Seller Central',
      what: 'Wij gaan alleen verder naar een Seller Central waarvoor Perennial is ingesteld, en dit is er geen. Er is niets verbruikt.',
      todo: 'Begin opnieuw in Seller Central. Blijft het zo, dan moet de beheerder van Perennial AMAZON_SELLER_CENTRAL_URL_… nakijken.',
    },
    signIn: {
      title: 'Log in om een winkel te kiezen',
      what: 'Wij kennen dit verkopersaccount nog niet, dus iemand die de winkels beheert moet zeggen voor welke winkel het is.',
      todo: 'Log in, dan komt u hier vanzelf terug, of vraag degene die de winkels beheert om een koppellink.',
    },
    role: {
      title: 'U mag geen winkel kiezen',
      what: 'Met uw rol mag u winkels bekijken, niet koppelen.',
      todo: 'Vraag een operator of beheerder dit te doen, of om een koppellink.',
    },
    noStore: {
      title: 'Geen winkel wacht op autorisatie',
      what: 'In deze regio valt niets meer te koppelen, en wij kennen dit verkopersaccount nog niet.',
      todo: 'Voeg eerst de winkel toe en begin dan opnieuw in Seller Central.',
    },
  },
  signInButton: 'Inloggen',
  looking: {
    title: 'Een ogenblik geduld',
    what: 'Wij kijken of deze browser is ingelogd. Deze pagina gaat vanzelf verder.',
    go: 'Verder',
  },
  choose: {
    title: 'Voor welke winkel is dit?',
    what: (sellerId) =>
      `Verkoper ${sellerId} begint een autorisatie in Seller Central. Kies de winkel die wordt gekoppeld.`,
    legend: 'Winkels die op autorisatie wachten',
    button: 'Verder naar Amazon',
    gone: 'Die winkel wacht niet meer op autorisatie. Kies een andere.',
  },
};

/** What people read when an authorization begins in Seller Central. */
export const loginWording: Readonly<Record<Locale, LoginWords>> = { en, nl };
