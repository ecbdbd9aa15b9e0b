import { type Country, countries, marketplaces } from '../../domain/marketplaces.ts';
import type { StoreRecord } from '../ports.ts';

/** What Seller Central sends a seller's browser to us with, when it is there that an authorization begins. */
export interface AmazonLogin {
  /** Where the browser goes on; a whole address, or one within the Seller Central it came from. */
  readonly callbackUri: string;
  readonly amazonState: string;
  readonly sellingPartnerId: string;
  /** Amazon's mark of an application that is still a draft. */
  readonly isBeta: boolean;
}

/** By country, without a path. */
export type SellerCentralUrls = Readonly<Record<Country, string>>;

/** Undefined when something is missing, given twice or too long. */
export function parseAmazonLogin(fields: Readonly<Record<string, unknown>>): AmazonLogin | undefined {
  const callbackUri = readOnce(fields['amazon_callback_uri'], 2048);
  const amazonState = readOnce(fields['amazon_state'], 2048);
  const sellingPartnerId = readOnce(fields['selling_partner_id'], 64);
  if (!callbackUri || !amazonState || !sellingPartnerId) return undefined;
  return { callbackUri, amazonState, sellingPartnerId, isBeta: fields['version'] === 'beta' };
}

function readOnce(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value.length <= maxLength && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}

/** The same as it came to us. */
export function loginPath({ callbackUri, amazonState, sellingPartnerId, isBeta }: AmazonLogin): string {
  const query = new URLSearchParams({
    amazon_callback_uri: callbackUri,
    amazon_state: amazonState,
    selling_partner_id: sellingPartnerId,
    ...(isBeta && { version: 'beta' }),
  });
  return `/oauth/amazon/login?${query.toString()}`;
}

/** Countries whose Seller Central the callback belongs to; none when it belongs to somebody else. */
export function allowedCountries({ callbackUri }: AmazonLogin, urls: SellerCentralUrls): readonly Country[] {
  return countries.filter((country) => resolve(callbackUri, urls[country]) !== undefined);
}

/** Where the browser goes back to, so that Amazon sends it to our ordinary callback. */
export function confirmUrl(
  { callbackUri, amazonState, isBeta }: AmazonLogin,
  urls: SellerCentralUrls,
  country: Country,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
): URL {
  const [url] = [country, ...countries].flatMap((each) => resolve(callbackUri, urls[each]) ?? []);
  if (!url) throw new Error('A callback is used that belongs to no Seller Central.');
  url.searchParams.set('amazon_state', amazonState);
  url.searchParams.set('state', state);
  url.searchParams.set('redirect_uri', redirectUri);
  if (isBeta) url.searchParams.set('version', 'beta');
  return url;
}

/** Within the same origin, or not at all: anything else would send people wherever a stranger likes. */
function resolve(callbackUri: string, base: string): URL | undefined {
  if (!URL.canParse(callbackUri, base)) return undefined;
  const url = new URL(callbackUri, base);
  return url.origin === new URL(base).origin && url.username === '' && url.password === '' ? url : undefined;
}

/** Every country of the regions of these. */
export function countriesOfSameRegions(of: readonly Country[]): readonly Country[] {
  const regions = new Set(of.map((country) => marketplaces[country].region));
  return countries.filter((country) => regions.has(marketplaces[country].region));
}

/**
 * The store of a seller that needs the authorization most. It serves the whole region; of stores that need it equally,
 * one of a country in `preferred` comes first, then the one that ends first.
 */
export function storeToRenew(stores: readonly StoreRecord[], preferred: readonly Country[]): StoreRecord | undefined {
  const region = countriesOfSameRegions(preferred);
  const order = (store: StoreRecord) =>
    `${renewalPriority(store)}${preferred.includes(store.country) ? 0 : 1}${store.expiresAt ?? ''}${store.id}`;
  return stores.filter(({ country }) => region.includes(country)).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0];
}

function renewalPriority({ status }: StoreRecord): number {
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
