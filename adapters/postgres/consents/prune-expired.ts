import type { Knex } from 'knex';
import { deleteAbandonedImports } from '../imports/imports.ts';

const batchSize = 2000;

/**
 * Deletes sessions that are over, sign-in codes, connect links and unused consents that expired before `expiredBefore`
 * (ISO 8601), and what lies in abandoned imports, until `endMs` (Unix time). In batches: years of them would exceed the time of one statement.
 */
export async function pruneExpired(database: Knex, expiredBefore: string, endMs: number): Promise<void> {
  const before = new Date(expiredBefore);
  const deleteFrom = (table: 'sessions' | 'sign_in_codes' | 'connect_links', date: Date) =>
    deleteInBatches(database, table, endMs, (rows) => rows.where('expires_at', '<', date));
  await deleteFrom('sessions', new Date());
  await deleteFrom('sign_in_codes', before);
  // Given consents stay: a repeated callback is recognized by them.
  await deleteInBatches(database, 'consents', endMs, (rows) =>
    rows.where('expires_at', '<', before).whereNull('received_at'),
  );
  await deleteFrom('connect_links', before);
  if (Date.now() < endMs) await deleteAbandonedImports(database);
}

/** What is left after `endMs` is deleted the next time. */
async function deleteInBatches(
  database: Knex,
  table: string,
  endMs: number,
  expired: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  let deleted = batchSize;
  while (deleted === batchSize && Date.now() < endMs)
    deleted = await database(table)
      .whereIn('ctid', expired(database(table).select('ctid')).limit(batchSize))
      .delete();
}
