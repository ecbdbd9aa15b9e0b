import type { Knex } from 'knex';
import type { Region } from '../../../domain/marketplaces.ts';

/**
 * Changes of authorizations take turns per store and per grant, until the transaction ends. Always the store first and
 * then its grant: nobody who holds a grant waits for a store, so they cannot wait for each other in a circle.
 */
export async function lockStore(trx: Knex.Transaction, storeId: string): Promise<void> {
  await lock(trx, `store/${storeId}`);
}

export async function lockGrant(trx: Knex.Transaction, sellerId: string, region: Region): Promise<void> {
  await lock(trx, `grant/${sellerId}/${region}`);
}

/** Takes no other lock while it holds this one. */
export async function lockApplication(trx: Knex.Transaction, clientId: string): Promise<void> {
  await lock(trx, `application/${clientId}`);
}

async function lock(trx: Knex.Transaction, name: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
