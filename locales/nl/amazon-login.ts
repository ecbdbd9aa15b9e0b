import type { Messages } from '../en/index.ts';

export const amazonLogin: Messages['amazonLogin'] = {
  problems: {
    incomplete: {
      title: 'Er ontbreekt iets in dit adres',
      what: 'Seller Central stuurt u naar deze pagina met gegevens die hier ontbreken. Er is niets verbruikt.',
      todo: 'Ga terug naar Seller Central, open Uw apps beheren en begin daar opnieuw.',
    },
    foreign: {
      title: 'Dit adres leidt niet naar Seller Central',
      what: 'We gaan alleen verder naar een Seller Central waarvoor Perennial is ingesteld, en dat is dit adres niet. Er is niets verbruikt.',
      todo: 'Begin opnieuw in Seller Central. Blijft dit gebeuren? Vraag de beheerder van Perennial dan om AMAZON_SELLER_CENTRAL_URL_… te controleren.',
    },
    signIn: {
      title: 'Log in om een winkel te kiezen',
      what: 'We kennen dit verkopersaccount nog niet. Iemand die de winkels beheert, moet daarom kiezen voor welke winkel het is.',
      todo: 'Log in; daarna komt u vanzelf hier terug. Of vraag degene die de winkels beheert om een koppellink.',
    },
    role: {
      title: 'U mag geen winkel kiezen',
      what: 'Met uw rol mag u winkels bekijken, maar niet koppelen.',
      todo: 'Vraag een operator of beheerder om dit te doen of om u een koppellink te sturen.',
    },
    noStore: {
      title: 'Geen winkel wacht op autorisatie',
      what: 'In deze regio is er geen winkel meer te koppelen, en we kennen dit verkopersaccount nog niet.',
      todo: 'Voeg eerst de winkel toe en begin dan opnieuw in Seller Central.',
    },
  },
  signInButton: 'Inloggen',
  sessionProbe: {
    title: 'Een ogenblik geduld',
    what: 'We controleren of u bent ingelogd. Deze pagina gaat vanzelf verder.',
    button: 'Verder',
  },
  choose: {
    title: 'Voor welke winkel is dit?',
    what: (sellerId) =>
      `Verkoper ${sellerId} is in Seller Central een autorisatie begonnen. Kies de winkel die u wilt koppelen.`,
    legend: 'Winkels die op autorisatie wachten',
    button: 'Verder naar Amazon',
    gone: 'Die winkel wacht niet meer op autorisatie. Kies een andere.',
  },
};
