import type { OutgoingMessage } from '../../activities/ports.ts';
import type { Country } from '../../domain/marketplaces.ts';
import { reasonText, type Locale } from '../../domain/reasons.ts';

/** What a message says in one language, without any layout. */
export interface MessageWords {
  readonly subject: string;
  /** What happened or will happen, and when. */
  readonly news: readonly string[];
  readonly stores: readonly string[];
  /** The one thing to do. */
  readonly request: string;
  readonly button: string;
  readonly linkValidity: string;
  readonly reassurance: string;
}

interface Phrases {
  readonly ending: (days: number) => string;
  readonly renewal: (these: string, ending: string, at: string) => string;
  readonly campaign: { readonly first: (these: string) => string; readonly reminder: (these: string) => string };
  readonly disconnected: { readonly one: string; readonly many: string };
  readonly these: { readonly one: string; readonly many: string };
  readonly renewalSubject: (stores: string, ending: string) => string;
  readonly disconnectedSubject: (stores: string) => string;
  readonly linkSubject: (stores: string) => string;
  readonly campaignSubject: (stores: string) => string;
  readonly link: string;
  readonly linkOnce: string;
  readonly andMore: (count: number) => string;
  readonly website: string;
  readonly request: string;
  readonly button: {
    readonly renew: string;
    readonly connect: string;
    readonly authorize: string;
    readonly again: string;
  };
  readonly linkValidity: (until: string) => string;
  readonly stillWorking: string;
  readonly nothingChanges: string;
  readonly settingsKept: string;
}

const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    ending: (days) => {
      if (days === 0) return 'ended today';
      return days < 0 ? `ends in ${count(-days, 'day', 'days')}` : `ended ${count(days, 'day', 'days')} ago`;
    },
    renewal: (these, ending, at) => `The Amazon authorization of ${these} ${ending}: ${at}.`,
    campaign: {
      first: (these) => `You are asked to authorize ${these} at Amazon once more.`,
      reminder: (these) => `A reminder: you are asked to authorize ${these} at Amazon once more.`,
    },
    disconnected: {
      one: 'This store is no longer connected to Amazon.',
      many: 'These stores are no longer connected to Amazon.',
    },
    these: { one: 'this store', many: 'these stores' },
    renewalSubject: (stores, ending) => `${stores}: Amazon authorization ${ending}`,
    disconnectedSubject: (stores) => `${stores}: connect to Amazon again`,
    linkSubject: (stores) => `${stores}: connect to Amazon`,
    campaignSubject: (stores) => `${stores}: please authorize at Amazon again`,
    link: 'You are asked to authorize this store at Amazon.',
    linkOnce: 'You are asked once a year, and can take the authorization back in Seller Central at any time.',
    andMore: (more) => `and ${more} more`,
    website: 'website',
    request: 'Please open this link, sign in at Amazon as the seller, and agree. It takes a few minutes.',
    button: {
      renew: 'Renew the authorization',
      connect: 'Connect again',
      authorize: 'Authorize at Amazon',
      again: 'Authorize again',
    },
    linkValidity: (until) =>
      `The link works until ${until}. If someone else manages the Amazon account, pass this message on to them.`,
    stillWorking: 'Until then everything goes on working, and nothing else is lost: the settings are kept.',
    nothingChanges:
      'Until then nothing changes: the settings are kept. Agreeing also renews the authorization for another year.',
    settingsKept: "Nothing else is lost: the store's settings are kept, and it goes on once the seller has agreed.",
  },
  nl: {
    ending: (days) => {
      if (days === 0) return 'is vandaag geëindigd';
      return days < 0
        ? `eindigt over ${count(-days, 'dag', 'dagen')}`
        : `is ${count(days, 'dag', 'dagen')} geleden geëindigd`;
    },
    renewal: (these, ending, at) => `De Amazon-autorisatie van ${these} ${ending}: ${at}.`,
    campaign: {
      first: (these) => `U wordt gevraagd ${these} nogmaals te autoriseren bij Amazon.`,
      reminder: (these) => `Ter herinnering: u wordt gevraagd ${these} nogmaals te autoriseren bij Amazon.`,
    },
    disconnected: {
      one: 'Deze winkel is niet langer aan Amazon gekoppeld.',
      many: 'Deze winkels zijn niet langer aan Amazon gekoppeld.',
    },
    these: { one: 'deze winkel', many: 'deze winkels' },
    renewalSubject: (stores, ending) => `${stores}: Amazon-autorisatie ${ending}`,
    disconnectedSubject: (stores) => `${stores}: koppel opnieuw aan Amazon`,
    linkSubject: (stores) => `${stores}: koppel aan Amazon`,
    campaignSubject: (stores) => `${stores}: autoriseer nogmaals bij Amazon`,
    link: 'U wordt gevraagd deze winkel bij Amazon te autoriseren.',
    linkOnce: 'Dit wordt u eens per jaar gevraagd; u kunt de autorisatie altijd intrekken in Seller Central.',
    andMore: (more) => `en nog ${more}`,
    website: 'website',
    request: 'Open deze link, log bij Amazon in als de verkoper en ga akkoord. Het duurt een paar minuten.',
    button: {
      renew: 'De autorisatie verlengen',
      connect: 'Opnieuw koppelen',
      authorize: 'Autoriseren bij Amazon',
      again: 'Nogmaals autoriseren',
    },
    linkValidity: (until) =>
      `De link werkt tot ${until}. Beheert iemand anders het Amazon-account? Stuur dit bericht dan door.`,
    stillWorking: 'Tot dan blijft alles werken en er gaat verder niets verloren: de instellingen blijven bewaard.',
    nothingChanges:
      'Tot dan verandert er niets: de instellingen blijven bewaard. Met uw akkoord is de autorisatie ook weer een jaar verlengd.',
    settingsKept:
      'Er gaat verder niets verloren: de instellingen van de winkel zijn bewaard, en de winkel gaat verder zodra de verkoper akkoord is.',
  },
};

export function messageWords({ content, stores, linkValidUntil }: OutgoingMessage, locale: Locale): MessageWords {
  const say = phrases[locale];
  const storeLines = stores.map(
    ({ name, country, website }) => `${name} (${countryName(country, locale)}, ${say.website} ${website})`,
  );
  const common = {
    stores: storeLines,
    request: say.request,
    linkValidity: say.linkValidity(dateTime(linkValidUntil, locale)),
  };
  const names = subjectNames(stores, say);
  const number = stores.length === 1 ? 'one' : 'many';
  if (content.kind === 'connect_again')
    return {
      ...common,
      subject: say.disconnectedSubject(names),
      news: [say.disconnected[number], reasonText(content.reason, locale)],
      button: say.button.connect,
      reassurance: say.settingsKept,
    };
  if (content.kind === 'connect_link')
    return {
      ...common,
      subject: say.linkSubject(names),
      news: [say.link],
      button: say.button.authorize,
      reassurance: say.linkOnce,
    };
  if (content.kind === 'campaign')
    return {
      ...common,
      subject: say.campaignSubject(names),
      news: [say.campaign[content.ask](say.these[number]), content.reason],
      button: say.button.again,
      reassurance: say.nothingChanges,
    };
  const ending = say.ending(content.days);
  return {
    ...common,
    subject: say.renewalSubject(names, ending),
    news: [say.renewal(say.these[number], ending, dateTime(content.expiresAt, locale))],
    button: content.days < 0 ? say.button.renew : say.button.connect,
    reassurance: content.days < 0 ? say.stillWorking : say.settingsKept,
  };
}

/** A whole list would hide the news of the subject. */
function subjectNames(stores: OutgoingMessage['stores'], say: Phrases): string {
  const [first, ...others] = stores;
  const name = first?.name ?? 'Amazon';
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return others.length > 0 ? `${short} ${say.andMore(others.length)}` : short;
}

function countryName(country: Country, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
}

function dateTime(iso: string, locale: Locale): string {
  const formats = { en: 'en-GB', nl: 'nl-NL' } as const;
  const format = new Intl.DateTimeFormat(formats[locale], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(iso))} UTC`;
}

function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
