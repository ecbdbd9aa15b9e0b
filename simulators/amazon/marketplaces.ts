export const countryCodes = ['US', 'CA', 'MX', 'GB'] as const;
export type CountryCode = (typeof countryCodes)[number];
export type Region = 'NA' | 'EU';

/** A marketplace in the words of Amazon's Sellers API. */
export interface Marketplace {
  readonly id: string;
  readonly name: string;
  readonly countryCode: CountryCode;
  readonly defaultCurrencyCode: string;
  readonly defaultLanguageCode: string;
  readonly domainName: string;
}

const northAmerica: readonly Marketplace[] = [
  marketplaceOf('ATVPDKIKX0DER', 'Amazon.com', 'US', 'USD', 'en_US', 'www.amazon.com'),
  marketplaceOf('A2EUQ1WTGCTBG2', 'Amazon.ca', 'CA', 'CAD', 'en_CA', 'www.amazon.ca'),
  marketplaceOf('A1AM78C64UM0Y8', 'Amazon.com.mx', 'MX', 'MXN', 'es_MX', 'www.amazon.com.mx'),
];

const europe: readonly Marketplace[] = [
  marketplaceOf('A1F83G8C2ARO7P', 'Amazon.co.uk', 'GB', 'GBP', 'en_GB', 'www.amazon.co.uk'),
];

export function findMarketplace(id: string): Marketplace | undefined {
  return [...northAmerica, ...europe].find((marketplace) => marketplace.id === id);
}

export function marketplacesOf(region: Region): readonly Marketplace[] {
  return region === 'NA' ? northAmerica : europe;
}

function marketplaceOf(
  id: string,
  name: string,
  countryCode: CountryCode,
  defaultCurrencyCode: string,
  defaultLanguageCode: string,
  domainName: string,
): Marketplace {
  return { id, name, countryCode, defaultCurrencyCode, defaultLanguageCode, domainName };
}
