import type { Knex } from 'knex';
import {
  InvalidCursor,
  type Page,
  type StoreFilter,
  type StoreQuery,
  type StoreRecord,
  type StoreSort,
} from '../../../api/ports.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { nameKey } from '../db/name-key.ts';
import { isText, isTimestamp, isUuid } from '../db/pg-values.ts';
import { storeView, type StoreViewRow, toStoreRecord } from './store-view.ts';

interface Order {
  /** Never null, so that rows can be compared with the last one of a page. */
  readonly expression: string;
  readonly type: 'timestamptz' | 'text';
  readonly direction: 'asc' | 'desc';
}

/** Stores without an end of their year come last, whichever way they are sorted. */
const orders: Readonly<Record<StoreSort, Order>> = {
  createdAt: { expression: 's.created_at', type: 'timestamptz', direction: 'asc' },
  '-createdAt': { expression: 's.created_at', type: 'timestamptz', direction: 'desc' },
  updatedAt: { expression: 's.updated_at', type: 'timestamptz', direction: 'asc' },
  '-updatedAt': { expression: 's.updated_at', type: 'timestamptz', direction: 'desc' },
  name: { expression: 's.name_key', type: 'text', direction: 'asc' },
  '-name': { expression: 's.name_key', type: 'text', direction: 'desc' },
  expiresAt: { expression: `coalesce(s.expires_at, 'infinity')`, type: 'timestamptz', direction: 'asc' },
  '-expiresAt': { expression: `coalesce(s.expires_at, '-infinity')`, type: 'timestamptz', direction: 'desc' },
};

/** One page after the cursor. Pages continue after a row, not after a number of rows: what is added meanwhile shifts nothing. */
export async function listStores(database: Knex, query: StoreQuery): Promise<Page<StoreRecord>> {
  if (!isReadable(query)) return { items: [] };
  const order = orders[query.sort];
  const rows = database
    .from(storeView(database))
    .orderByRaw(`${order.expression} ${order.direction}, s.id ${order.direction}`)
    .limit(query.limit + 1)
    .select<StoreViewRow[]>('s.*');
  if (query.status) rows.whereIn('s.status', query.status);
  else rows.whereNot('s.status', 'deleted');
  narrow(rows, query);
  if (query.cursor !== undefined) continueAfter(rows, order, query.sort, query.cursor);
  const found = await rows;
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  if (found.length <= query.limit || !last) return { items: items.map(toStoreRecord) };
  return {
    items: items.map(toStoreRecord),
    nextCursor: toCursor({ order: query.sort, value: sortValue(last, query.sort), id: last.id }),
  };
}

export async function countStores(database: Knex, filter: StoreFilter): Promise<Record<StoreStatus, number>> {
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
    .from(storeView(database))
    .groupBy('s.status')
    .select<{ status: StoreStatus; count: number }[]>('s.status', database.raw('count(*)::int as count'));
  narrow(rows, filter);
  for (const { status, count } of await rows) counts[status] = count;
  return counts;
}

function isReadable({ website = '', q = '' }: StoreFilter): boolean {
  return isText(`${website}${q}`);
}

function narrow(rows: Knex.QueryBuilder, { country, website, q, renewsBefore }: StoreFilter): void {
  if (country) rows.whereIn('s.country', country);
  if (website !== undefined) rows.where('s.website', website);
  if (renewsBefore !== undefined) rows.where('s.expires_at', '<', new Date(renewsBefore));
  if (q !== undefined) {
    const part = contains(q);
    rows.where((any) => {
      void any
        .whereLike('s.name_key', contains(nameKey(q)))
        .orWhereILike('s.email', part)
        .orWhereILike('s.seller_id', part);
    });
  }
}

function continueAfter(rows: Knex.QueryBuilder, order: Order, sort: StoreSort, cursor: string): void {
  const { value, id } = fromCursor(cursor, sort);
  const known = order.type === 'text' ? isText(value) : isTimestamp(value) || /^-?infinity$/.test(value);
  if (!isUuid(id) || !known) throw new InvalidCursor(cursor);
  const beyond = order.direction === 'asc' ? '>' : '<';
  rows.whereRaw(`(${order.expression}, s.id) ${beyond} (?::${order.type}, ?::uuid)`, [value, id]);
}

function sortValue(row: StoreViewRow, sort: StoreSort): string {
  switch (sort) {
    case 'name':
    case '-name':
      return row.name_key;
    case 'createdAt':
    case '-createdAt':
      return row.created_at.toISOString();
    case 'updatedAt':
    case '-updatedAt':
      return row.updated_at.toISOString();
    case 'expiresAt':
      return row.expires_at?.toISOString() ?? 'infinity';
    case '-expiresAt':
      return row.expires_at?.toISOString() ?? '-infinity';
  }
}

/** `%` and `_` are meant as they stand. */
function contains(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
