import type { Knex } from 'knex';
import type { StoreActivities } from '../../../activities/contract.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { reason, type Reason } from '../../../domain/reasons.ts';
import type { StoreRequestRow } from './rows.ts';
import type { StoreRow } from './store.ts';

type CreationOutcome = Awaited<ReturnType<StoreActivities['createStore']>>;

/** Creates the requested store, or records why it is refused. Either way the e-mail addresses leave the request. */
export function createStore(database: Knex, storeId: string): Promise<CreationOutcome> {
  return database.transaction(async (trx) => {
    const request = await trx<StoreRequestRow>('store_requests').where({ store_id: storeId }).forNoKeyUpdate().first();
    if (!request) throw new Error(`Store ${storeId} was never requested.`);
    if (request.recorded_at) return { outcome: 'created' };
    const refused = request.refused ?? (await insertStore(trx, request));
    await trx('store_requests')
      .where({ store_id: storeId })
      .update({
        request: trx.raw(`request - 'email' - 'secondEmail'`),
        accepted_at: trx.raw('coalesce(accepted_at, now())'),
        ...(refused ? { refused } : { recorded_at: trx.fn.now() }),
      });
    return refused ? { outcome: 'refused', reason: refused } : { outcome: 'created' };
  });
}

async function insertStore(trx: Knex.Transaction, row: StoreRequestRow): Promise<Reason | undefined> {
  const { request } = row;
  const inserted = await trx<StoreRow>('stores')
    .insert({
      id: row.store_id,
      website: request.website,
      email: request.email,
      second_email: request.secondEmail ?? null,
      name: request.name,
      name_key: row.name_key,
      country: request.country,
      product_id_type: request.productIdType ?? null,
      attribute_code: request.attributeCode ?? null,
      status: 'creating',
      status_since: row.created_at,
      seller_id: request.sellerId ?? null,
      // Taken from the request, so that the store keeps its place in lists.
      created_at: row.created_at,
    })
    .onConflict()
    .ignore()
    .returning('id');
  return inserted.length > 0 ? undefined : findConflict(trx, row);
}

async function findConflict(trx: Knex.Transaction, { request, name_key }: StoreRequestRow): Promise<Reason> {
  const live = trx<StoreRow>('stores').whereNot({ status: 'deleted' });
  if (await live.clone().where({ name_key }).first('id')) return reason('store_name_taken', { name: request.name });
  const { sellerId, country } = request;
  const existing = sellerId && (await live.clone().where({ seller_id: sellerId, country }).first('name'));
  if (existing) return storeExists(sellerId, country, existing.name);
  throw new Error('The conflicting store was deleted at the same moment; the next attempt succeeds.');
}

export function storeExists(sellerId: string, country: StoreRow['country'], existing: string): Reason {
  return reason('store_exists', { sellerId, country: marketplaces[country].name, existing });
}
