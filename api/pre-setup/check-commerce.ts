import { marketplaces } from '../../domain/marketplaces.ts';
import type { PreSetupTask } from '../../domain/pre-setup-tasks.ts';
import type { Spoken } from '../../domain/timeline.ts';
import { type CommerceCatalog, CommerceUnavailable, type WebsiteCurrency } from '../ports.ts';

interface Check {
  readonly check: 'passed' | 'failed' | 'manual' | 'unknown';
  readonly detail?: Spoken;
}

const productIdAttributes = ['asin', 'ean', 'isbn', 'upc', 'gcid'];
const currencies = Object.values(marketplaces).map(({ currency }) => currency);
const websitesNamed = 5;

/** What Commerce shows of the pre-setup tasks; each is asked for by itself, because an integration may see one and not another. */
export async function checkCommerce(catalog: CommerceCatalog): Promise<Partial<Record<PreSetupTask, Check>>> {
  const [attributes, condition, currency] = await Promise.all([
    unlessAway(checkAttributes(catalog)),
    unlessAway(checkCondition(catalog)),
    unlessAway(catalog.listCurrencies().then(checkCurrencies)),
  ]);
  return { attributes, condition, currency };
}

async function unlessAway(check: Promise<Check>): Promise<Check> {
  try {
    return await check;
  } catch (error) {
    if (!(error instanceof CommerceUnavailable)) throw error;
    const detail = { en: 'Commerce could not be asked.', nl: 'Commerce kon niet worden gevraagd.' };
    return { check: 'unknown', detail };
  }
}

async function checkAttributes(catalog: CommerceCatalog): Promise<Check> {
  const found = await Promise.all(productIdAttributes.map((part) => catalog.searchAttributes(part, 1)));
  const codes = found.flatMap(([first]) => (first ? [first.code] : []));
  if (codes.length > 0) return passed(codes);
  return failed({
    en: 'No attribute for ASIN, EAN, ISBN, UPC or GCID.',
    nl: 'Er is geen attribuut voor ASIN, EAN, ISBN, UPC of GCID.',
  });
}

async function checkCondition(catalog: CommerceCatalog): Promise<Check> {
  const [first] = await catalog.searchAttributes('condition', 1);
  if (first) return passed([first.code]);
  return failed({ en: 'No attribute for the condition.', nl: 'Er is geen attribuut voor de staat.' });
}

/** One website in the currency of a marketplace is enough to begin; those in another one need a conversion rate. */
function checkCurrencies(websites: readonly WebsiteCurrency[]): Check {
  const fitting = websites.filter(({ currency }) => currencies.includes(currency));
  const found = named(fitting);
  const others = named(websites.filter((website) => !fitting.includes(website)));
  if (fitting.length === 0)
    return failed({
      en: `No website has a base currency of Amazon's (${currencies.join(', ')})${others.en && `: ${others.en}`}. Set up a conversion rate.`,
      nl: `Geen website heeft een basisvaluta van Amazon (${currencies.join(', ')})${others.nl && `: ${others.nl}`}. Stel een wisselkoers in.`,
    });
  return {
    check: 'passed',
    detail: {
      en: `Found: ${found.en}.${others.en && ` In need of a conversion rate: ${others.en}.`}`,
      nl: `Gevonden: ${found.nl}.${others.nl && ` Heeft een wisselkoers nodig: ${others.nl}.`}`,
    },
  };
}

/** A few by name; empty for none. */
function named(websites: readonly WebsiteCurrency[]): Spoken {
  const names = websites.slice(0, websitesNamed).map(({ website, currency }) => `${website} (${currency})`);
  const first = names.join(', ');
  const more = websites.length - names.length;
  return more > 0 ? { en: `${first} and ${more} more`, nl: `${first} en nog ${more}` } : { en: first, nl: first };
}

function passed(codes: readonly string[]): Check {
  return { check: 'passed', detail: { en: `Found: ${codes.join(', ')}.`, nl: `Gevonden: ${codes.join(', ')}.` } };
}

function failed(detail: Spoken): Check {
  return { check: 'failed', detail };
}
