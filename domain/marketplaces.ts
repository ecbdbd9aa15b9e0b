/** Amazon's marketplaces that a store can sell in. Source: Amazon's SP-API marketplace and endpoint tables. */
export const countries = ['US', 'CA', 'MX', 'GB'] as const;
export type Country = (typeof countries)[number];

export type Region = 'NA' | 'EU';

export interface Marketplace {
  readonly country: Country;
  readonly name: string;
  readonly marketplaceId: string;
  /** An authorization belongs to (seller, region), so one consent serves every marketplace of the region. */
  readonly region: Region;
  /** ISO 4217. */
  readonly currency: string;
}

export const marketplaces: Readonly<Record<Country, Marketplace>> = {
  US: { country: 'US', name: 'United States', marketplaceId: 'ATVPDKIKX0DER', region: 'NA', currency: 'USD' },
  CA: { country: 'CA', name: 'Canada', marketplaceId: 'A2EUQ1WTGCTBG2', region: 'NA', currency: 'CAD' },
  MX: { country: 'MX', name: 'Mexico', marketplaceId: 'A1AM78C64UM0Y8', region: 'NA', currency: 'MXN' },
  GB: { country: 'GB', name: 'United Kingdom', marketplaceId: 'A1F83G8C2ARO7P', region: 'EU', currency: 'GBP' },
};

/** The kinds of product id Amazon matches listings by. */
export const productIdTypes = ['asin', 'ean', 'gcid', 'isbn', 'upc', 'general'] as const;
export type ProductIdType = (typeof productIdTypes)[number];
