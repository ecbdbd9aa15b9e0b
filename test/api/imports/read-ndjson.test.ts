import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNdjson } from '../../../api/imports/read-ndjson.ts';

describe('an NDJSON file', () => {
  it('returns what was written', () => {
    const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\n\n'), (given, lineBreak) => {
        const file = given.map((row) => JSON.stringify(row)).join(lineBreak);
        expect(readNdjson(file).map((row) => 'values' in row && row.values)).toEqual(
          given.map((row) => JSON.parse(JSON.stringify(row))),
        );
      }),
    );
  });

  it('refuses a single line that is not JSON', () => {
    expect(readNdjson('{"name":"A"}\n\n{"name":\n{"name":"B"}')).toMatchObject([
      { line: 1, values: { name: 'A' } },
      { line: 3, problem: { code: 'invalid_json' } },
      { line: 4, values: { name: 'B' } },
    ]);
  });

  it.each([
    ['when no line is JSON', 'website,name\nbase,A\n', /^Line 1: Neither this line nor any later one is JSON/],
    ['when it has no lines', '\n\n', /no rows/],
    ['when it has too many', '{}\n'.repeat(5001), /has 5001 rows/],
  ])('is refused as a whole %s', (_what, file, detail) => {
    expect(() => readNdjson(file)).toThrow(detail);
  });
});
