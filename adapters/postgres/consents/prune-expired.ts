import type { Knex } from 'knex';
import { reason } from '../../../domain/reasons.ts';
import { deleteAbandonedImports } from '../imports/imports.ts';
import type { StoreRow } from '../stores/store.ts';
import type { ConsentRow } from './rows.ts';

const batchSize = 2000;

/**
 * Until `endMs` (Unix time), deletes sessions that are over, sign-in codes, connect links and unused consents that
 * expired before `expiredBefore` (ISO 8601), and what lies in abandoned imports; closes consents that were given before
 * then and lead nowhere. In batches: years of them would exceed the time of one statement.
 */
export async function pruneExpired(database: Knex, expiredBefore: string, endMs: number): Promise<void> {
  const before = new Date(expiredBefore);
  const deleteFrom = (table: 'sessions' | 'sign_in_codes' | 'connect_links', date: Date) =>
    inBatches(endMs, () => deleteBatch(database, table, (rows) => rows.where('expires_at', '<', date)));
  await deleteFrom('sessions', new Date());
  await deleteFrom('sign_in_codes', before);
  await inBatches(endMs, () => closeForgottenConsents(database, before));
  // Given consents stay: a repeated callback is recognized by them.
  const unused = (rows: Knex.QueryBuilder) => rows.where('expires_at', '<', before).whereNull('received_at');
  await inBatches(endMs, () => deleteBatch(database, 'consents', unused));
  await deleteFrom('connect_links', before);
  if (Date.now() < endMs) await deleteAbandonedImports(database);
}

/** What is left after `endMs` is done the next time. */
async function inBatches(endMs: number, changeBatch: () => Promise<number>): Promise<void> {
  let changed = batchSize;
  while (changed === batchSize && Date.now() < endMs) changed = await changeBatch();
}

function deleteBatch(
  database: Knex,
  table: string,
  expired: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  return database(table)
    .whereIn('ctid', expired(database(table).select('ctid')).limit(batchSize))
    .delete();
}

/** Never signalled to their workflow, or cut off by a release before 0.3.0: they had no outcome and kept a secret. */
function closeForgottenConsents(database: Knex, before: Date): Promise<number> {
  const storesAtRest = database<StoreRow>('stores as s')
    .whereRaw('s.id = c.store_id')
    .whereNot({ status: 'verifying' })
    .whereRaw(`coalesce(s.workflow_state->'store'->>'attempt', '') not like '%' || c.id || '%'`);
  const forgotten = database('consents as c')
    .where('received_at', '<', before)
    .whereNull('outcome')
    .whereExists(storesAtRest)
    .limit(batchSize)
    .select('c.id');
  return database<ConsentRow>('consents')
    .whereIn('id', forgotten)
    .update({
      outcome: database.raw('?::jsonb', [JSON.stringify(reason('code_expired'))]),
      sealed_code: null,
      sealed_refresh_token: null,
    });
}
