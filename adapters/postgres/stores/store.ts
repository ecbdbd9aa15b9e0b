import type { Knex } from 'knex';
import type { Country, ProductIdType } from '../../../domain/marketplaces.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { NextStep } from '../../../domain/store-life.ts';
import type { CarriedState } from '../../../domain/store-restart.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { isoOrUndefined } from '../db/pg-values.ts';

/** As PostgreSQL's driver reads and writes it. */
export interface StoreRow {
  id: string;
  website: string;
  email: string | null;
  second_email: string | null;
  name: string;
  name_key: string;
  country: Country;
  product_id_type: ProductIdType | null;
  attribute_code: string | null;
  status: StoreStatus;
  status_since: Date;
  enabled: boolean;
  set_up: boolean;
  reason: Reason | null;
  seller_id: string | null;
  seller_proof: SellerProof | null;
  grant_id: string | null;
  authorized_at: Date | null;
  expires_at: Date | null;
  next_what: NextStep['what'] | null;
  next_at: Date | null;
  changed_at: Date | null;
  workflow_state: CarriedState | null;
  /** The change that `workflow_state` belongs to. */
  workflow_state_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** Dates are ISO 8601. */
export interface Store extends StoreRequest {
  readonly id: string;
  readonly status: StoreStatus;
  readonly statusSince: string;
  readonly enabled: boolean;
  /** True once it was connected for the first time: from then on it can be activated. */
  readonly setUp: boolean;
  readonly reason?: Reason;
  readonly sellerProof?: SellerProof;
  readonly authorizedAt?: string;
  readonly expiresAt?: string;
  readonly next?: NextStep;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The columns that are read: all but those that only the workflow's steps need. */
export type ReadableStoreRow = Omit<StoreRow, 'grant_id' | 'changed_at' | 'workflow_state' | 'workflow_state_at'>;

/** Stores, and accepted requests that are not recorded yet, as one relation `s`. */
export function storesAndRequests(database: Knex): Knex.Raw {
  return database.raw(`(
    select id, website, email, second_email, name, name_key, country, product_id_type, attribute_code, status, status_since, enabled,
      set_up, reason, seller_id, seller_proof, authorized_at, expires_at, next_what, next_at, created_at, updated_at
    from stores
    union all
    select store_id, request->>'website', request->>'email', request->>'secondEmail', request->>'name', name_key, request->>'country',
      request->>'productIdType', request->>'attributeCode', 'creating', created_at, false,
      false, null, request->>'sellerId', null, null, null, null, null, created_at, accepted_at
    from store_requests
    where accepted_at is not null and recorded_at is null and refused is null
  ) as s`);
}

export function toStore(row: ReadableStoreRow): Store {
  return {
    id: row.id,
    website: row.website,
    email: row.email ?? '',
    secondEmail: row.second_email ?? undefined,
    name: row.name,
    country: row.country,
    productIdType: row.product_id_type ?? undefined,
    attributeCode: row.attribute_code ?? undefined,
    status: row.status,
    statusSince: row.status_since.toISOString(),
    enabled: row.enabled,
    setUp: row.set_up,
    reason: row.reason ?? undefined,
    sellerId: row.seller_id ?? undefined,
    sellerProof: row.seller_proof ?? undefined,
    authorizedAt: isoOrUndefined(row.authorized_at),
    expiresAt: isoOrUndefined(row.expires_at),
    next: row.next_what && row.next_at ? { what: row.next_what, at: row.next_at.toISOString() } : undefined,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
