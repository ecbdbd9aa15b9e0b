import { describe, expect, it } from 'vitest';
import { differingFields, groupLines } from '../../domain/store-import.ts';
import type { StoreRequest } from '../../domain/store-request.ts';

const store: StoreRequest = { website: 'base', email: 'a@example.com', name: 'A', country: 'US' };

describe('a line and the store with the same name', () => {
  it.each<[string, Partial<StoreRequest>, Partial<StoreRequest>, string[]]>([
    ['are equal', {}, {}, []],
    ['are equal when only the case of the name differs', { name: 'a' }, {}, []],
    ['differ in the e-mail address', { email: 'b@example.com' }, {}, ['/email']],
    [
      'differ when the store has a product mapping',
      {},
      { productIdType: 'asin', attributeCode: 'asin' },
      ['/productIdType', '/attributeCode'],
    ],
    ['are equal when the line has no seller', {}, { sellerId: 'A1' }, []],
    ['differ in the seller', { sellerId: 'A2' }, { sellerId: 'A1' }, ['/sellerId']],
  ])('%s', (_what, line, existing, pointers) => {
    const errors = differingFields({ ...store, ...line }, { ...store, ...existing });
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(JSON.stringify(errors)).not.toContain('example.com');
  });
});

describe('lines that are imported together', () => {
  const rowsOf = (...rows: Partial<StoreRequest>[]) =>
    rows.map((row, line) => ({ line, request: { ...store, name: `N${line}`, ...row } }));
  const linesOf = (groups: readonly (readonly { line: number }[])[]) =>
    groups.map((group) => group.map(({ line }) => line));

  it.each<[string, Partial<StoreRequest>[], number[][]]>([
    ['are at most as many as the group size', [{}, {}, {}, {}], [[0, 1, 2], [3]]],
    ['have different names', [{ name: 'X' }, { name: 'x' }, {}], [[0], [1, 2]]],
    ['have different sellers', [{ sellerId: 'A' }, { sellerId: 'B' }, { sellerId: 'A' }], [[0, 1], [2]]],
    ['or different countries', [{ sellerId: 'A' }, { sellerId: 'A', country: 'CA' }], [[0, 1]]],
  ])('%s', (_what, rows, groups) => {
    expect(linesOf(groupLines(rowsOf(...rows), 3))).toEqual(groups);
  });
});
