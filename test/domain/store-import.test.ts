import { describe, expect, it } from 'vitest';
import { differences, groupRows } from '../../domain/store-import.ts';
import type { StoreRequest } from '../../domain/store-request.ts';

const store: StoreRequest = { website: 'base', email: 'a@example.com', name: 'A', country: 'US' };

describe('a row and the store that bears its name', () => {
  it.each<[string, Partial<StoreRequest>, Partial<StoreRequest>, string[]]>([
    ['agree in everything', {}, {}, []],
    ['agree when only the case of the name differs', { name: 'a' }, {}, []],
    ['differ in the e-mail address', { email: 'b@example.com' }, {}, ['/email']],
    [
      'differ when the store has a mapping',
      {},
      { productIdType: 'asin', attributeCode: 'asin' },
      ['/productIdType', '/attributeCode'],
    ],
    ['agree when the row names no seller', {}, { sellerId: 'A1' }, []],
    ['differ in the seller', { sellerId: 'A2' }, { sellerId: 'A1' }, ['/sellerId']],
  ])('%s', (_what, row, existing, pointers) => {
    const found = differences({ ...store, ...row }, { ...store, ...existing });
    expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(JSON.stringify(found)).not.toContain('example.com');
  });
});

describe('rows that are taken at once', () => {
  const rowsOf = (...rows: Partial<StoreRequest>[]) =>
    rows.map((row, line) => ({ line, request: { ...store, name: `N${line}`, ...row } }));
  const linesOf = (groups: readonly (readonly { line: number }[])[]) =>
    groups.map((group) => group.map(({ line }) => line));

  it.each<[string, Partial<StoreRequest>[], number[][]]>([
    ['are so many and no more', [{}, {}, {}, {}], [[0, 1, 2], [3]]],
    ['have different names', [{ name: 'X' }, { name: 'x' }, {}], [[0], [1, 2]]],
    ['are of different sellers', [{ sellerId: 'A' }, { sellerId: 'B' }, { sellerId: 'A' }], [[0, 1], [2]]],
    ['or of different countries', [{ sellerId: 'A' }, { sellerId: 'A', country: 'CA' }], [[0, 1]]],
  ])('%s', (_what, rows, groups) => {
    expect(linesOf(groupRows(rowsOf(...rows), 3))).toEqual(groups);
  });
});
