import { z } from 'zod';
import { InvalidCursor, type Page, type PageQuery } from '../../../domain/paging.ts';
import { isBigId, isTimestamp, isUuid } from './pg-values.ts';

/** Where a page ended: the value that the list is ordered by, and the id that settles a tie. */
export interface Position {
  readonly value: string;
  readonly id: string;
}

export interface PageOrder<R> {
  /** Part of the cursor, which works in no other order. */
  readonly name: string;
  /** SQL of `order by`. */
  readonly orderBy: string;
  /** SQL of the condition for rows after a position. */
  readonly after: string;
  /** The values in `after`; undefined for a position that PostgreSQL could not read. */
  readonly bindings: (position: Position) => readonly string[] | undefined;
  readonly positionOf: (row: R) => Position;
}

interface PagedQuery<R> {
  orderByRaw(sql: string): unknown;
  whereRaw(sql: string, bindings: readonly string[]): unknown;
  limit(count: number): PromiseLike<readonly R[]>;
}

/**
 * Reads one page. It starts after a row, not after a number of rows, so that rows added meanwhile shift nothing.
 * @throws {InvalidCursor}
 */
export async function toPage<R, T>(
  query: PagedQuery<R>,
  { limit, cursor }: PageQuery,
  order: PageOrder<R>,
  toItems: (rows: readonly R[]) => readonly T[] | Promise<readonly T[]>,
): Promise<Page<T>> {
  query.orderByRaw(order.orderBy);
  if (cursor !== undefined) query.whereRaw(order.after, bindingsOf(cursor, order));
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await toItems(page),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(order.name, order.positionOf(last)) : undefined,
  };
}

/** `table`: alias of the table, for queries that join. */
export function byCreation<R extends { readonly id: string; readonly created_at: Date }>(
  name: string,
  direction: 'asc' | 'desc',
  table?: string,
): PageOrder<R> {
  const [createdAt, id] = ['created_at', 'id'].map((column) => (table ? `${table}.${column}` : column));
  return {
    name,
    orderBy: `${createdAt} ${direction}, ${id} ${direction}`,
    after: `(${createdAt}, ${id}) ${direction === 'asc' ? '>' : '<'} (?::timestamptz, ?::uuid)`,
    bindings: (position) =>
      isTimestamp(position.value) && isUuid(position.id) ? [position.value, position.id] : undefined,
    positionOf: (row) => ({ value: row.created_at.toISOString(), id: row.id }),
  };
}

/** Newest first, by an increasing bigint. */
export function byBigId<R extends { readonly id: string }>(name: string, column: string): PageOrder<R> {
  return {
    name,
    orderBy: `${column} desc`,
    after: `${column} < ?::bigint`,
    bindings: ({ id }) => (isBigId(id) ? [id] : undefined),
    positionOf: ({ id }) => ({ value: '', id }),
  };
}

const cursorContent = z.tuple([z.string(), z.string(), z.string()]);

function toCursor(order: string, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

function bindingsOf<R>(cursor: string, order: PageOrder<R>): readonly string[] {
  const content = cursorContent.safeParse(parseCursor(cursor));
  if (!content.success) throw new InvalidCursor(cursor);
  const [name, value, id] = content.data;
  const bindings = name === order.name ? order.bindings({ value, id }) : undefined;
  if (!bindings) throw new InvalidCursor(cursor);
  return bindings;
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
