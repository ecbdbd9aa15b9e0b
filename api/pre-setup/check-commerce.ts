import { type CommerceCatalog, CommerceUnavailable, type WebsiteCurrency } from '../../domain/commerce.ts';
import { marketplaces } from '../../domain/marketplaces.ts';
import type { PreSetupTask } from '../../domain/pre-setup-tasks.ts';
import type { Messages } from '../../locales/en/index.ts';

type Texts = Messages['commerceChecks'];

export interface CommerceCheck {
  readonly check: 'passed' | 'failed' | 'manual' | 'unknown';
  readonly detail?: (t: Texts) => string;
}

const productIdAttributes = ['asin', 'ean', 'isbn', 'upc', 'gcid'];
const currencies = Object.values(marketplaces).map(({ currency }) => currency);
const maxWebsitesNamed = 5;

/** Checks each task in Commerce separately, because an integration may have access to one and not to another. */
export async function checkCommerce(catalog: CommerceCatalog): Promise<Partial<Record<PreSetupTask, CommerceCheck>>> {
  const [attributes, condition, currency] = await Promise.all([
    unknownWhenUnavailable(checkAttributes(catalog)),
    unknownWhenUnavailable(checkCondition(catalog)),
    unknownWhenUnavailable(catalog.listCurrencies().then(checkCurrencies)),
  ]);
  return { attributes, condition, currency };
}

async function unknownWhenUnavailable(check: Promise<CommerceCheck>): Promise<CommerceCheck> {
  try {
    return await check;
  } catch (error) {
    if (!(error instanceof CommerceUnavailable)) throw error;
    return { check: 'unknown', detail: (t) => t.unavailable };
  }
}

async function checkAttributes(catalog: CommerceCatalog): Promise<CommerceCheck> {
  const matches = await Promise.all(productIdAttributes.map((part) => catalog.searchAttributes(part, 1)));
  const codes = matches.flatMap(([first]) => (first ? [first.code] : []));
  if (codes.length === 0) return { check: 'failed', detail: (t) => t.noProductIdAttribute };
  return { check: 'passed', detail: (t) => t.found(codes) };
}

async function checkCondition(catalog: CommerceCatalog): Promise<CommerceCheck> {
  const [first] = await catalog.searchAttributes('condition', 1);
  if (!first) return { check: 'failed', detail: (t) => t.noConditionAttribute };
  return { check: 'passed', detail: (t) => t.found([first.code]) };
}

/** One website in the currency of a marketplace is enough to begin; those in another one need a conversion rate. */
function checkCurrencies(websites: readonly WebsiteCurrency[]): CommerceCheck {
  const isMatching = ({ currency }: WebsiteCurrency) => currencies.includes(currency);
  const matching = someNames(websites.filter(isMatching));
  const others = someNames(websites.filter((website) => !isMatching(website)));
  if (matching.names.length === 0)
    return { check: 'failed', detail: (t) => t.noMarketplaceCurrency(currencies, others) };
  return { check: 'passed', detail: (t) => t.currencies(matching, others) };
}

function someNames(websites: readonly WebsiteCurrency[]): { names: string[]; more: number } {
  const names = websites.slice(0, maxWebsitesNamed).map(({ website, currency }) => `${website} (${currency})`);
  return { names, more: websites.length - names.length };
}
