import { z } from 'zod';
import { InvalidCursor, type Page } from '../../../api/ports.ts';

const position = z.tuple([z.string(), z.string(), z.string()]);

/** Where a page ended: the order it belongs to, the value it is ordered by, and the id that settles a tie. */
export interface Position {
  readonly order: string;
  readonly value: string;
  readonly id: string;
}

export function toCursor({ order, value, id }: Position): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

/** @throws {InvalidCursor} for what was no cursor of this order. */
export function fromCursor(cursor: string, order: string): Position {
  const read = position.safeParse(parse(cursor));
  if (!read.success || read.data[0] !== order) throw new InvalidCursor(cursor);
  const [, value, id] = read.data;
  return { order, value, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** `found`: the rows of a page and, when there is another page, one more. */
export function toPage<R, T>(
  found: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  positionOf: (row: R) => Position,
): Page<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const isLastPage = found.length <= limit || last === undefined;
  return { items: rows.map(toItem), ...(!isLastPage && { nextCursor: toCursor(positionOf(last)) }) };
}
