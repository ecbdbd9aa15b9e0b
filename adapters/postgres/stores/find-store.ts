import type { Knex } from 'knex';
import type { Reason } from '../../../domain/reasons.ts';
import { nameKey } from '../db/name-key.ts';
import { isUuid } from '../db/pg-values.ts';
import type { StoreRequestRow } from './rows.ts';
import { type ReadableStoreRow, type Store, type StoreRow, storesAndRequests, toStore } from './store.ts';

/** `refused`: accepted with 202 and refused afterwards. Includes requests that are `creating`. */
export async function findStore(
  database: Knex,
  id: string,
): Promise<{ readonly store: Store } | { readonly refused: Reason } | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await database
    .from(storesAndRequests(database))
    .where('s.id', id)
    .first<ReadableStoreRow | undefined>('s.*');
  if (row) return { store: toStore(row) };
  const request = await database<StoreRequestRow>('store_requests').where({ store_id: id }).first('refused');
  return request?.refused ? { refused: request.refused } : undefined;
}

/** The live store with this name, in any case. */
export async function findStoreByName(database: Knex, name: string): Promise<Store | undefined> {
  const row = await database<StoreRow>('stores')
    .where({ name_key: nameKey(name) })
    .whereNot({ status: 'deleted' })
    .first();
  return row && toStore(row);
}
