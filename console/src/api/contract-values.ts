import type { components, operations } from '../contract.d.ts';

type Schemas = components['schemas'];

/** The values of a contract type in the order written here. One that is missing or unknown does not compile. */
function valuesOf<T extends string>(values: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(values).filter((value): value is T => Object.hasOwn(values, value));
}

export const countries = valuesOf<Schemas['Country']>({ US: true, CA: true, MX: true, GB: true });

export const storeStatuses = valuesOf<Schemas['StoreStatus']>({
  creating: true,
  awaiting_authorization: true,
  verifying: true,
  active: true,
  renewal_due: true,
  expired: true,
  disconnected: true,
  deleted: true,
});

export const storeSorts = valuesOf<NonNullable<NonNullable<operations['listStores']['parameters']['query']>['sort']>>({
  '-createdAt': true,
  createdAt: true,
  name: true,
  '-name': true,
  expiresAt: true,
  '-expiresAt': true,
  '-updatedAt': true,
  updatedAt: true,
});

export const productIdTypes = valuesOf<Schemas['ProductIdType']>({
  asin: true,
  ean: true,
  gcid: true,
  isbn: true,
  upc: true,
  general: true,
});

/** In the order of the original guide. */
export const preSetupTaskKeys = valuesOf<Schemas['PreSetupTask']['task']>({
  cron: true,
  professional_account: true,
  approved_seller: true,
  vat: true,
  attributes: true,
  currency: true,
  condition: true,
  shipping: true,
});

export const campaignProgresses = valuesOf<Schemas['CampaignProgress']>({
  planned: true,
  waiting: true,
  consented: true,
  skipped: true,
});
