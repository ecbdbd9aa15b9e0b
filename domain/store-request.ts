import type { Country, ProductIdType } from './marketplaces.ts';

/** The settings of a new store. */
export interface StoreRequest {
  readonly website: string;
  readonly email: string;
  /** Also receives e-mails when the end of the year is near. */
  readonly secondEmail?: string;
  readonly name: string;
  readonly country: Country;
  readonly productIdType?: ProductIdType;
  readonly attributeCode?: string;
  readonly sellerId?: string;
}
