import type { Knex } from 'knex';
import { isUuid } from '../db/pg-values.ts';
import type { StoreRow } from './store.ts';

/** The workflow of a younger request is about to be started. */
const minRequestAgeMs = 20_000;

/** Which of these are ids of stores that need a workflow: neither deleted nor refused, or requested a while ago. */
export async function filterLiveStores(database: Knex, ids: readonly string[]): Promise<readonly string[]> {
  const uuids = ids.filter(isUuid);
  if (uuids.length === 0) return [];
  return database.from(liveStores(database)).whereIn('s.id', uuids).pluck<string[]>('s.id');
}

/** The next such ids in their order; after the last one, none. */
export async function listLiveStores(database: Knex, afterId: string, limit: number): Promise<readonly string[]> {
  return database.from(liveStores(database)).where('s.id', '>', afterId).orderBy('s.id').limit(limit).pluck('s.id');
}

/** Stores whose next date passed more than `graceMs` ago, the longest overdue first. */
export async function listOverdueStores(database: Knex, graceMs: number, limit: number): Promise<readonly string[]> {
  return database<StoreRow>('stores')
    .where('next_at', '<', new Date(Date.now() - graceMs))
    .whereNot({ status: 'deleted' })
    .orderBy('next_at')
    .limit(limit)
    .pluck('id');
}

function liveStores(database: Knex): Knex.Raw {
  return database.raw(
    `(
      select id from stores where status <> 'deleted'
      union all
      select store_id from store_requests
      where accepted_at is not null and recorded_at is null and refused is null and created_at < ?
    ) as s`,
    [new Date(Date.now() - minRequestAgeMs)],
  );
}
