/** The texts on the pages of the guide, word for word: changing one of them changes a test. */
export interface Words {
  readonly locale: string;
  readonly signIn: string;
  readonly home: string;
  readonly emptyHome: string;
  readonly addStore: string;
  readonly preSetupTasks: string;
  readonly continueToAdd: string;
  readonly dialog: string;
  readonly website: string;
  readonly email: string;
  readonly name: string;
  readonly country: string;
  readonly unitedStates: string;
  readonly productIdType: string;
  readonly attribute: string;
  readonly connect: string;
  readonly added: RegExp;
  readonly waiting: string;
  readonly connectStore: string;
  readonly following: string;
  readonly confirmed: string;
  readonly connectedToast: string;
  readonly active: string;
  readonly viewStore: string;
  readonly facts: readonly string[];
  readonly timeline: readonly string[];
  readonly listingRule: string;
  /** Format of a displayed date. */
  readonly date: Intl.DateTimeFormatOptions & { readonly locale: string };
}

export const english: Words = {
  locale: 'en-GB',
  signIn: 'Sign in',
  home: 'Amazon Sales Channel Home',
  emptyHome: 'Connect Commerce to Amazon',
  addStore: 'Add Amazon Store',
  preSetupTasks: 'Pre-setup tasks',
  continueToAdd: 'Continue: add a store',
  dialog: 'Add Amazon sales channel',
  website: 'Magento Website to use for Amazon Listing',
  email: 'Email Address',
  name: 'New Store Name',
  country: 'Amazon Marketplace Country',
  unitedStates: 'United States',
  productIdType: 'Product ID on the Amazon market',
  attribute: 'Map a Magento attribute',
  connect: 'Connect',
  added: /was added/,
  waiting: 'Waiting for the seller',
  connectStore: 'Connect store',
  following: 'Seller Central is open in another tab. This card updates automatically.',
  confirmed: 'Connected',
  connectedToast: 'is connected',
  active: 'Active',
  viewStore: 'View Store',
  facts: ['Website', 'Marketplace', 'Seller ID', 'Authorized', 'Expires'],
  timeline: [
    'Connected',
    'The seller gave consent at Amazon',
    'Store created. Next: the seller authorizes it at Amazon.',
  ],
  listingRule: 'Next: create a listing rule',
  date: { locale: 'en-GB', dateStyle: 'medium' },
};

export const dutch: Words = {
  locale: 'nl-NL',
  signIn: 'Inloggen',
  home: 'Amazon-verkoopkanaal: start',
  emptyHome: 'Koppel Commerce aan Amazon',
  addStore: 'Amazon-winkel toevoegen',
  preSetupTasks: 'Voorbereidende taken',
  continueToAdd: 'Verder: winkel toevoegen',
  dialog: 'Amazon-verkoopkanaal toevoegen',
  website: 'Magento-website voor de Amazon-aanbiedingen',
  email: 'E-mailadres',
  name: 'Naam van de nieuwe winkel',
  country: 'Land van de Amazon-marktplaats',
  unitedStates: 'Verenigde Staten',
  productIdType: 'Product-id op de Amazon-markt',
  attribute: 'Koppel een Magento-attribuut',
  connect: 'Koppelen',
  added: /is toegevoegd/,
  waiting: 'Wacht op de verkoper',
  connectStore: 'Winkel koppelen',
  following: 'Seller Central staat open in een ander tabblad. Deze kaart wordt vanzelf bijgewerkt.',
  confirmed: 'Gekoppeld',
  connectedToast: 'is gekoppeld',
  active: 'Actief',
  viewStore: 'Winkel bekijken',
  facts: ['Website', 'Marktplaats', 'Verkoper-id', 'Geautoriseerd', 'Verloopt'],
  timeline: [
    'Gekoppeld',
    'De verkoper heeft bij Amazon toestemming gegeven',
    'Winkel aangemaakt. Volgende stap: de verkoper geeft toestemming bij Amazon.',
  ],
  listingRule: 'Volgende stap: maak een aanbiedingsregel',
  date: { locale: 'nl-NL', dateStyle: 'medium' },
};
