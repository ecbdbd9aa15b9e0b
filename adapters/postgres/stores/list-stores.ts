import type { Knex } from 'knex';
import type { Country } from '../../../domain/marketplaces.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { nameKey } from '../db/name-key.ts';
import { type PageOrder, toPage } from '../db/paging.ts';
import { isText, isTimestamp, isUuid } from '../db/pg-values.ts';
import { type ReadableStoreRow, type Store, storesAndRequests, toStore } from './store.ts';

export type StoreSort =
  | 'createdAt'
  | '-createdAt'
  | 'name'
  | '-name'
  | 'expiresAt'
  | '-expiresAt'
  | 'updatedAt'
  | '-updatedAt';

export interface StoreFilter {
  readonly country?: readonly Country[];
  readonly website?: string;
  /** Part of the name, e-mail address or seller id, in any case. */
  readonly q?: string;
  /** ISO 8601. */
  readonly renewsBefore?: string;
}

export interface StoreQuery extends StoreFilter, PageQuery {
  readonly status?: readonly StoreStatus[];
  readonly sort: StoreSort;
}

/** Deleted stores are listed only when `status` asks for them. @throws {InvalidCursor} */
export async function listStores(database: Knex, query: StoreQuery): Promise<Page<Store>> {
  if (!isReadable(query)) return { items: [] };
  const rows = database.from(storesAndRequests(database)).select<ReadableStoreRow[]>('s.*');
  if (query.status) rows.whereIn('s.status', query.status);
  else rows.whereNot('s.status', 'deleted');
  applyFilter(rows, query);
  return toPage(rows, query, orders[query.sort], (stores) => stores.map(toStore));
}

/** Connected and expired stores by the end of their year, `from` ≤ expiresAt < `to`. */
export async function listRenewals(
  database: Knex,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<readonly Store[]> {
  const rows = database
    .from(storesAndRequests(database))
    .whereIn('s.status', ['active', 'renewal_due', 'expired'])
    .whereNotNull('s.expires_at')
    .orderBy(['s.expires_at', 's.id'])
    .select<ReadableStoreRow[]>('s.*');
  if (from !== undefined) rows.where('s.expires_at', '>=', new Date(from));
  if (to !== undefined) rows.where('s.expires_at', '<', new Date(to));
  return (await rows).map(toStore);
}

/** Stores that were connected with this seller and are not deleted. */
export async function listStoresOfSeller(database: Knex, sellerId: string): Promise<readonly Store[]> {
  const rows = await database
    .from(storesAndRequests(database))
    .where('s.seller_id', sellerId)
    .whereNotIn('s.status', ['creating', 'deleted'])
    .select<ReadableStoreRow[]>('s.*');
  return rows.map(toStore);
}

/** Includes deleted stores, under their own status. */
export async function countStores(database: Knex, filter: StoreFilter): Promise<Readonly<Record<StoreStatus, number>>> {
  const counts: Record<StoreStatus, number> = {
    creating: 0,
    awaiting_authorization: 0,
    verifying: 0,
    active: 0,
    renewal_due: 0,
    expired: 0,
    disconnected: 0,
    deleted: 0,
  };
  if (!isReadable(filter)) return counts;
  const rows = database
    .from(storesAndRequests(database))
    .groupBy('s.status')
    .select<{ status: StoreStatus; count: number }[]>('s.status', database.raw('count(*)::int as count'));
  applyFilter(rows, filter);
  for (const { status, count } of await rows) counts[status] = count;
  return counts;
}

function isReadable({ website = '', q = '' }: StoreFilter): boolean {
  return isText(`${website}${q}`);
}

function applyFilter(rows: Knex.QueryBuilder, { country, website, q, renewsBefore }: StoreFilter): void {
  if (country) rows.whereIn('s.country', country);
  if (website !== undefined) rows.where('s.website', website);
  if (renewsBefore !== undefined) rows.where('s.expires_at', '<', new Date(renewsBefore));
  if (q !== undefined) {
    const pattern = containing(q);
    rows.where((matching) => {
      void matching
        .whereLike('s.name_key', containing(nameKey(q)))
        .orWhereILike('s.email', pattern)
        .orWhereILike('s.seller_id', pattern);
    });
  }
}

/** Escapes `%` and `_`, which stand for themselves. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Stores without an end of their year come last in both directions. The SQL is never null, so that rows compare. */
const orders: Readonly<Record<StoreSort, PageOrder<ReadableStoreRow>>> = {
  createdAt: timestampOrder('createdAt', 's.created_at', ({ created_at }) => created_at.toISOString()),
  '-createdAt': timestampOrder('-createdAt', 's.created_at', ({ created_at }) => created_at.toISOString()),
  updatedAt: timestampOrder('updatedAt', 's.updated_at', ({ updated_at }) => updated_at.toISOString()),
  '-updatedAt': timestampOrder('-updatedAt', 's.updated_at', ({ updated_at }) => updated_at.toISOString()),
  name: storeOrder('name', 's.name_key', 'text', isText, ({ name_key }) => name_key),
  '-name': storeOrder('-name', 's.name_key', 'text', isText, ({ name_key }) => name_key),
  expiresAt: timestampOrder(
    'expiresAt',
    `coalesce(s.expires_at, 'infinity')`,
    ({ expires_at }) => expires_at?.toISOString() ?? 'infinity',
  ),
  '-expiresAt': timestampOrder(
    '-expiresAt',
    `coalesce(s.expires_at, '-infinity')`,
    ({ expires_at }) => expires_at?.toISOString() ?? '-infinity',
  ),
};

function timestampOrder(
  sort: StoreSort,
  sql: string,
  valueOf: (row: ReadableStoreRow) => string,
): PageOrder<ReadableStoreRow> {
  const isValue = (value: string) => isTimestamp(value) || /^-?infinity$/.test(value);
  return storeOrder(sort, sql, 'timestamptz', isValue, valueOf);
}

function storeOrder(
  sort: StoreSort,
  sql: string,
  type: 'timestamptz' | 'text',
  isValue: (value: string) => boolean,
  valueOf: (row: ReadableStoreRow) => string,
): PageOrder<ReadableStoreRow> {
  const isDescending = sort.startsWith('-');
  const direction = isDescending ? 'desc' : 'asc';
  return {
    name: sort,
    orderBy: `${sql} ${direction}, s.id ${direction}`,
    after: `(${sql}, s.id) ${isDescending ? '<' : '>'} (?::${type}, ?::uuid)`,
    bindings: ({ value, id }) => (isUuid(id) && isValue(value) ? [value, id] : undefined),
    positionOf: (row) => ({ value: valueOf(row), id: row.id }),
  };
}
