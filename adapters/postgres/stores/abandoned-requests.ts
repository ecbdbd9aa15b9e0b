import type { Knex } from 'knex';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { destroyUnusedToken } from '../authorizations/destroy-unused-token.ts';
import { lockAuthorization } from '../db/locks.ts';
import type { StoreRequestRow } from './rows.ts';

const abandonedAfterMs = 86_400_000;

/** Ids of requests that were answered with 503 a day ago and never repeated, the oldest first. */
export async function listAbandonedRequests(database: Knex, limit: number): Promise<readonly string[]> {
  return unanswered(database)
    .where('created_at', '<', new Date(Date.now() - abandonedAfterMs))
    .orderBy('created_at')
    .limit(limit)
    .pluck('store_id');
}

/**
 * Deletes a request that Temporal does not know, with its e-mail addresses, and the refresh token that it alone still
 * needed. The same request may be made again.
 */
export function forgetAbandonedRequest(database: Knex, storeId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const [row] = await unanswered(trx).where({ store_id: storeId }).delete().returning('request');
    if (!row?.request.sellerId) return;
    const { country, sellerId } = row.request;
    const { region } = marketplaces[country];
    await lockAuthorization(trx, sellerId, region);
    await destroyUnusedToken(trx, sellerId, region);
  });
}

function unanswered(database: Knex) {
  return database<StoreRequestRow>('store_requests').where({ accepted_at: null, recorded_at: null, refused: null });
}
