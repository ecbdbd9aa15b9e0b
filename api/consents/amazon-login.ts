import type { Store } from '../../adapters/postgres/stores/store.ts';
import { type Country, countries, marketplaces } from '../../domain/marketplaces.ts';
import { endsAuthorization } from '../../domain/reasons.ts';
import { sellerIdPattern } from '../../domain/seller-proof.ts';
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

/** Where Seller Central waits for the application's answer. */
const confirmPath = '/apps/authorize/confirm/';

/** Sellers of these Seller Centrals are also sent from national hosts. */
const nationalHosts: Readonly<Record<string, readonly string[]>> = {
  'https://sellercentral-europe.amazon.com': ['co.uk', 'de', 'fr', 'it', 'es'].map(
    (domain) => `https://sellercentral.amazon.${domain}`,
  ),
  'https://sellercentral.amazon.co.jp': ['https://sellercentral-japan.amazon.com'],
};

/** Undefined when a parameter is missing, repeated, too long or impossible. */
export function parseAmazonLogin(fields: Readonly<Record<string, unknown>>): AmazonLogin | undefined {
  const callbackUri = printableText(fields['amazon_callback_uri'], 2048);
  const amazonState = printableText(fields['amazon_state'], 2048);
  const sellingPartnerId = printableText(fields['selling_partner_id'], 64);
  if (!callbackUri || !amazonState || !sellingPartnerId || !sellerIdPattern.test(sellingPartnerId)) return undefined;
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

/** The countries whose Seller Central owns the callback URI; none for a foreign site or another of its pages. */
export function allowedCountries({ callbackUri }: AmazonLogin, urls: SellerCentralUrls): readonly Country[] {
  return countries.filter((country) => resolveConfirmation(callbackUri, urls[country]) !== undefined);
}

/** The Seller Central URL that continues the authorization and ends at our callback. */
export function confirmUrl(
  { callbackUri, amazonState, isBeta }: AmazonLogin,
  urls: SellerCentralUrls,
  country: Country,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
): URL {
  const [url] = [country, ...countries].flatMap((candidate) => resolveConfirmation(callbackUri, urls[candidate]) ?? []);
  if (!url) throw new Error('The callback URI belongs to no Seller Central.');
  url.searchParams.set('amazon_state', amazonState);
  url.searchParams.set('state', state);
  url.searchParams.set('redirect_uri', redirectUri);
  if (isBeta) url.searchParams.set('version', 'beta');
  return url;
}

/** Undefined for another origin or path: following it would be an open redirect. */
function resolveConfirmation(callbackUri: string, base: string): URL | undefined {
  if (!URL.canParse(callbackUri, base)) return undefined;
  const url = new URL(callbackUri, base);
  const { origin } = new URL(base);
  const isKnown = url.origin === origin || nationalHosts[origin]?.includes(url.origin) === true;
  const hasUser = url.username !== '' || url.password !== '';
  return isKnown && !hasUser && url.pathname.startsWith(confirmPath) ? url : undefined;
}

export function countriesOfSameRegions(members: readonly Country[]): readonly Country[] {
  const regions = new Set(members.map((country) => marketplaces[country].region));
  return countries.filter((country) => regions.has(marketplaces[country].region));
}

/**
 * The store of a seller that needs a consent most, in the whole region that an authorization covers; undefined when none
 * needs one. Among equals, a country in `preferred` comes first, then the earliest end.
 */
export function storeToRenew(stores: readonly Store[], preferred: readonly Country[]): Store | undefined {
  const region = countriesOfSameRegions(preferred);
  const order = (store: Store) =>
    `${store.status === 'renewal_due' ? 1 : 0}${preferred.includes(store.country) ? 0 : 1}${store.expiresAt ?? ''}${store.id}`;
  return stores
    .filter((store) => region.includes(store.country) && needsConsent(store))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0];
}

/** A store that an admin disconnected stays so until somebody of ours connects it. */
function needsConsent({ status, reason }: Store): boolean {
  if (status === 'disconnected') return endsAuthorization(reason?.code);
  return status === 'renewal_due' || status === 'expired';
}
