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
      title: 'Wie beheert de winkels?',
      what: 'Een autorisatie die in Seller Central begint, wordt voortgezet door iemand die de winkels beheert, of via een link die wij e-mailen.',
      todo: 'Log in; daarna komt u vanzelf hier terug. Of laat de link naar het e-mailadres van de winkel sturen.',
    },
    role: {
      title: 'U mag geen winkel kiezen',
      what: 'Met uw rol mag u winkels bekijken, maar niet koppelen.',
      todo: 'Vraag een operator of beheerder om dit te doen of om u een koppellink te sturen.',
    },
    noStore: {
      title: 'Geen winkel wacht op autorisatie',
      what: 'In deze regio is er geen winkel meer te koppelen, en geen enkele winkel van dit verkopersaccount hoeft opnieuw te worden geautoriseerd.',
      todo: 'Voeg eerst de winkel toe en begin dan opnieuw in Seller Central.',
    },
  },
  signInButton: 'Inloggen',
  mailButton: 'E-mail mij de link',
  linkMailed: {
    title: 'Kijk in uw e-mail',
    what: 'Als een winkel van dit verkopersaccount opnieuw moet worden geautoriseerd, krijgt het e-mailadres van die winkel een link, hoogstens één keer per dag.',
    todo: 'Open de link in die e-mail. Komt er geen? Vraag degene die de winkels beheert om een koppellink.',
  },
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
