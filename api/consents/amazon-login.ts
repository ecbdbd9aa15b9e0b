import type { Store } from '../../adapters/postgres/stores/store.ts';
import { type Country, countries, marketplaces } from '../../domain/marketplaces.ts';
import { printableText } from './printable-text.ts';

/** The parameters of a login that starts in Seller Central, as Amazon sends a seller's browser to our login URI. */
export interface AmazonLogin {
  /** Where the browser goes next: an absolute URL, or a path of the Seller Central it came from. */
  readonly callbackUri: string;
  readonly amazonState: string;
  readonly sellingPartnerId: string;
  /** Amazon sets it for a draft application. */
  readonly isBeta: boolean;
}

/** By country, without a path. */
export type SellerCentralUrls = Readonly<Record<Country, string>>;

/** Undefined when a parameter is missing, repeated or too long. */
export function parseAmazonLogin(fields: Readonly<Record<string, unknown>>): AmazonLogin | undefined {
  const callbackUri = printableText(fields['amazon_callback_uri'], 2048);
  const amazonState = printableText(fields['amazon_state'], 2048);
  const sellingPartnerId = printableText(fields['selling_partner_id'], 64);
  if (!callbackUri || !amazonState || !sellingPartnerId) return undefined;
  return { callbackUri, amazonState, sellingPartnerId, isBeta: fields['version'] === 'beta' };
}

/** The parameters of the login, as Amazon sent them. */
export function loginFields(login: AmazonLogin): Record<string, string> {
  return {
    amazon_callback_uri: login.callbackUri,
    amazon_state: login.amazonState,
    selling_partner_id: login.sellingPartnerId,
    ...(login.isBeta && { version: 'beta' }),
  };
}

export function loginPath(login: AmazonLogin): string {
  return `/oauth/amazon/login?${new URLSearchParams(loginFields(login)).toString()}`;
}

/** The countries whose Seller Central owns the callback URI; none for a foreign site. */
export function allowedCountries({ callbackUri }: AmazonLogin, urls: SellerCentralUrls): readonly Country[] {
  return countries.filter((country) => resolveSameOrigin(callbackUri, urls[country]) !== undefined);
}

/** The Seller Central URL that continues the authorization and ends at our callback. */
export function confirmUrl(
  { callbackUri, amazonState, isBeta }: AmazonLogin,
  urls: SellerCentralUrls,
  country: Country,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
): URL {
  const [url] = [country, ...countries].flatMap((candidate) => resolveSameOrigin(callbackUri, urls[candidate]) ?? []);
  if (!url) throw new Error('The callback URI belongs to no Seller Central.');
  url.searchParams.set('amazon_state', amazonState);
  url.searchParams.set('state', state);
  url.searchParams.set('redirect_uri', redirectUri);
  if (isBeta) url.searchParams.set('version', 'beta');
  return url;
}

/** Undefined for another origin: following it would be an open redirect. */
function resolveSameOrigin(callbackUri: string, base: string): URL | undefined {
  if (!URL.canParse(callbackUri, base)) return undefined;
  const url = new URL(callbackUri, base);
  return url.origin === new URL(base).origin && url.username === '' && url.password === '' ? url : undefined;
}

export function countriesOfSameRegions(members: readonly Country[]): readonly Country[] {
  const regions = new Set(members.map((country) => marketplaces[country].region));
  return countries.filter((country) => regions.has(marketplaces[country].region));
}

/**
 * The store of a seller that needs the authorization most, in the whole region that the authorization covers. Among
 * equals, a country in `preferred` comes first, then the earliest end.
 */
export function storeToRenew(stores: readonly Store[], preferred: readonly Country[]): Store | undefined {
  const region = countriesOfSameRegions(preferred);
  const order = (store: Store) =>
    `${renewalPriority(store)}${preferred.includes(store.country) ? 0 : 1}${store.expiresAt ?? ''}${store.id}`;
  return stores.filter(({ country }) => region.includes(country)).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0];
}

function renewalPriority({ status }: Store): number {
  switch (status) {
    case 'expired':
    case 'disconnected':
      return 0;
    case 'renewal_due':
      return 1;
    case 'awaiting_authorization':
    case 'verifying':
      return 2;
    case 'active':
    case 'creating':
    case 'deleted':
      return 3;
  }
}
