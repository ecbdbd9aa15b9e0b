/**
 * Why a store is not as it should be: a stable code, the values it is about, and a plain sentence that says what is
 * wrong and the one thing to do about it, in the languages our pages and messages speak.
 */
export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

type Params = Readonly<Record<string, string>>;
type Sentence = (params: Params) => string;

const sentences = {
  code_expired: {
    en: () =>
      "Amazon's authorization code was no longer valid when it was used. Open the new connect link and agree once more.",
    nl: () =>
      'De autorisatiecode van Amazon was niet meer geldig toen die werd gebruikt. Open de nieuwe koppellink en ga nogmaals akkoord.',
  },
  seller_mismatch: {
    en: (p) =>
      `Seller ${p.actual} agreed, but this store belongs to seller ${p.expected}. Sign in to Seller Central as ${p.expected} and open the connect link again.`,
    nl: (p) =>
      `Verkoper ${p.actual} ging akkoord, maar deze winkel hoort bij verkoper ${p.expected}. Log in Seller Central in als ${p.expected} en open de koppellink opnieuw.`,
  },
  store_exists: {
    en: (p) =>
      `Seller ${p.sellerId} is already connected for ${p.country} by the store "${p.existing}". Use that store, or delete it first.`,
    nl: (p) =>
      `Verkoper ${p.sellerId} is voor ${p.country} al gekoppeld via de winkel "${p.existing}". Gebruik die winkel of verwijder die eerst.`,
  },
  store_name_taken: {
    en: (p) => `A store named "${p.name}" exists already. Choose another name.`,
    nl: (p) => `Er bestaat al een winkel met de naam "${p.name}". Kies een andere naam.`,
  },
  not_participating: {
    en: (p) =>
      `Seller ${p.sellerId} does not sell in ${p.country}. Register that marketplace in Seller Central, then connect again.`,
    nl: (p) =>
      `Verkoper ${p.sellerId} verkoopt niet in ${p.country}. Meld die marktplaats aan in Seller Central en koppel daarna opnieuw.`,
  },
  account_not_eligible: {
    en: () =>
      'Amazon does not let this account authorize applications: it takes the primary user of a Professional selling account. Upgrade the selling plan or sign in as that user, then connect again.',
    nl: () =>
      'Amazon laat dit account geen toepassingen autoriseren: dat kan alleen de hoofdgebruiker van een Professional-verkoopaccount. Stap over op dat plan of log in als die gebruiker en koppel opnieuw.',
  },
  authorization_revoked: {
    en: (p) => `Seller ${p.sellerId} no longer authorizes us at Amazon. Connect the store again.`,
    nl: (p) => `Verkoper ${p.sellerId} autoriseert ons niet langer bij Amazon. Koppel de winkel opnieuw.`,
  },
  authorization_expired: {
    en: () => 'The year of the authorization ended without a renewal. Connect the store again: its settings are kept.',
    nl: () =>
      'Het jaar van de autorisatie eindigde zonder verlenging. Koppel de winkel opnieuw: de instellingen zijn bewaard.',
  },
  disconnected_by_admin: {
    en: () => 'An administrator disconnected this store. Connect it again to go on.',
    nl: () => 'Een beheerder heeft deze winkel losgekoppeld. Koppel de winkel opnieuw om verder te gaan.',
  },
} as const satisfies Record<string, Record<Locale, Sentence>>;

export type ReasonCode = keyof typeof sentences;

/** As carried by workflows and kept in the database; never a secret, never an e-mail address. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Params;
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(sentences, code);
}

export const reasonCodes: readonly ReasonCode[] = Object.keys(sentences).filter(isReasonCode);

export function reason(code: ReasonCode, params: Params = {}): Reason {
  return { code, params };
}

export function reasonText({ code, params }: Reason, locale: Locale = 'en'): string {
  return sentences[code][locale](params);
}
