import type { Knex } from 'knex';
import type { StoreRecord } from '../../../api/ports.ts';
import type { StoreRow } from './rows.ts';

/** What is read of a store: all but what only the workflow's steps need. */
export type StoreViewRow = Omit<StoreRow, 'grant_id' | 'changed_at'>;

/** Stores, and the accepted requests that are not recorded yet, as one relation `s`. */
export function storeView(database: Knex): Knex.Raw {
  return database.raw(`(
    select id, website, email, second_email, name, name_key, country, product_id_type, attribute_code, status, status_since, enabled,
      set_up, reason, seller_id, authorized_at, expires_at, next_what, next_at, created_at, updated_at
    from stores
    union all
    select store_id, request->>'website', request->>'email', request->>'secondEmail', request->>'name', name_key, request->>'country',
      request->>'productIdType', request->>'attributeCode', 'creating', created_at, false,
      false, null, request->>'sellerId', null, null, null, null, created_at, accepted_at
    from store_requests
    where accepted_at is not null and recorded_at is null and refused is null
  ) as s`);
}

export function toStoreRecord(row: StoreViewRow): StoreRecord {
  return {
    id: row.id,
    website: row.website,
    email: row.email ?? '',
    ...(row.second_email && { secondEmail: row.second_email }),
    name: row.name,
    country: row.country,
    ...(row.product_id_type && { productIdType: row.product_id_type }),
    ...(row.attribute_code && { attributeCode: row.attribute_code }),
    status: row.status,
    statusSince: row.status_since.toISOString(),
    enabled: row.enabled,
    setUp: row.set_up,
    ...(row.reason && { reason: row.reason }),
    ...(row.seller_id && { sellerId: row.seller_id }),
    ...(row.authorized_at && { authorizedAt: row.authorized_at.toISOString() }),
    ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
    ...(row.next_what && row.next_at && { next: { what: row.next_what, at: row.next_at.toISOString() } }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
