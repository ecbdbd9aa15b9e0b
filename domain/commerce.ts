/** The merchant's Adobe Commerce, as far as Perennial reads it. Implemented in adapters/commerce. */
export interface CommerceWebsite {
  readonly code: string;
  readonly name: string;
  /** Code of the store view that orders are imported into. */
  readonly defaultStoreView?: string;
}

export interface WebsiteCurrency {
  /** Name of the website. */
  readonly website: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface CommerceAttribute {
  readonly code: string;
  readonly label: string;
}

/** Every method throws `CommerceUnavailable`. */
export interface CommerceCatalog {
  /** Without `admin`. */
  listWebsites(): Promise<readonly CommerceWebsite[]>;
  /** Base currencies of the websites that have a store view. */
  listCurrencies(): Promise<readonly WebsiteCurrency[]>;
  /** `q` is part of the code or label, ignoring case. Ordered by code. */
  searchAttributes(q: string, limit: number): Promise<readonly CommerceAttribute[]>;
  findAttribute(code: string): Promise<CommerceAttribute | undefined>;
}

/** `refused`: Commerce does not authorize the integration. `unreachable`: no usable response. */
export class CommerceUnavailable extends Error {
  readonly kind: 'unreachable' | 'refused';

  constructor(kind: 'unreachable' | 'refused', message: string) {
    super(message);
    this.name = 'CommerceUnavailable';
    this.kind = kind;
  }
}
