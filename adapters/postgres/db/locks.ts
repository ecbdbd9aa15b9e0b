import type { Knex } from 'knex';
import type { Region } from '../../../domain/marketplaces.ts';

/**
 * Locks that end with the transaction. Lock the store before its authorization, never the other way round: that order
 * rules out deadlocks.
 */
export async function lockStore(trx: Knex.Transaction, storeId: string): Promise<void> {
  await lock(trx, `store/${storeId}`);
}

export async function lockAuthorization(trx: Knex.Transaction, sellerId: string, region: Region): Promise<void> {
  await lock(trx, `grant/${sellerId}/${region}`);
}

/** Its holder takes no other lock. */
export async function lockApplication(trx: Knex.Transaction, clientId: string): Promise<void> {
  await lock(trx, `application/${clientId}`);
}

async function lock(trx: Knex.Transaction, key: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key]);
}
