import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../api/imports/read-csv.ts';
import { Problem } from '../../../api/http/problem.ts';

const read = (file: string) => readCsv(file, ['website', 'name', 'email'], ['website', 'name']);

function problemOf(file: string): Problem {
  try {
    read(file);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('The file was read');
}

describe('a CSV file', () => {
  it.each([
    ['with commas', 'website,name\nbase,A\n', [[2, { website: 'base', name: 'A' }]]],
    [
      'with semicolons, as spreadsheets write them',
      'website;name\nbase;"A, B"\n',
      [[2, { website: 'base', name: 'A, B' }]],
    ],
    ['with a byte order mark and CRLF', '\ufeffwebsite,name\r\nbase,A\r\n', [[2, { website: 'base', name: 'A' }]]],
    ['without a last line break', 'website,name\nbase,A', [[2, { website: 'base', name: 'A' }]]],
    ['with columns in another order', 'name,website\nA,base\n', [[2, { website: 'base', name: 'A' }]]],
    ['with quotes', 'website,name\nbase,"A ""big"" one, too"\n', [[2, { website: 'base', name: 'A "big" one, too' }]]],
    ['with empty cells', 'website,name,email\nbase,A,\n', [[2, { website: 'base', name: 'A' }]]],
    ['with spaces around', ' website , name \n base , A \n', [[2, { website: 'base', name: 'A' }]]],
    [
      'with line breaks in quotes and empty lines: lines are those of an editor',
      'website,name\n\n"ba\nse",A\n\nbase,B\n',
      [
        [3, { website: 'ba\nse', name: 'A' }],
        [6, { website: 'base', name: 'B' }],
      ],
    ],
    [
      'with CRLF in quotes: lines are those of an editor',
      'website,name\r\n"ba\r\nse","A\r\n\r\nB"\r\nbase,"C\nD"\r\nbase,E\r\n',
      [
        [2, { website: 'ba\r\nse', name: 'A\r\n\r\nB' }],
        [6, { website: 'base', name: 'C\nD' }],
        [8, { website: 'base', name: 'E' }],
      ],
    ],
    [
      'with rows of empty cells, as spreadsheets write them',
      'website;name\nbase;A\n;\n;;;;\n" ";\nbase;B\n;;\n',
      [
        [2, { website: 'base', name: 'A' }],
        [6, { website: 'base', name: 'B' }],
      ],
    ],
  ])('%s', (_what, file, expected) => {
    expect(read(file)).toEqual(expected.map(([line, values]) => ({ line, values })));
  });

  it('refuses a single row whose number of cells differs from the header', () => {
    const [short, good] = read('website,name\nbase\nbase,B\n');
    expect(short).toMatchObject({ line: 2, problem: { code: 'invalid_body' } });
    expect(good).toEqual({ line: 3, values: { website: 'base', name: 'B' } });
  });

  it.each([
    ['without anything', '', /no rows/],
    ['with a header only', 'website,name\n', /no rows/],
    ['without a header', 'base,Atzr|secret\n', /^Line 1: Column 1 of the header is not a field name/],
    ['with a field that does not exist', 'website,name,nmae\n', /^Line 1: Column 3/],
    ['with a field named twice', 'website,name,name\nbase,A,A\n', /names name twice/],
    ['without a field that is needed', 'website,email\n', /^Line 1: The header does not name name/],
    ['with a quote that is never closed', 'website,name\nbase,A\nbase,"B\nbase,C\n', /^Line 3: .* never closed/],
    ['with a quote inside a cell', 'website,name\nbase,A "b"\n', /^Line 2: There is a quote in the middle/],
    ['with a quote inside a cell, after CRLF in quotes', 'website,name\r\n"b\r\nc",A\r\nbase,A "b"\r\n', /^Line 4: /],
    ['with empty rows only', 'website;name\n;\n;\n', /no rows/],
    ['with too many rows', `website,name\n${'base,A\n'.repeat(5001)}`, /has 5001 rows/],
  ])('is refused as a whole %s, and what is in it is not quoted', (_what, file, detail) => {
    const problem = problemOf(file);
    expect(problem).toMatchObject({ code: 'invalid_import', status: 400 });
    expect(problem.message).toMatch(detail);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('returns what was written, for any cells and either separator', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text !== ''));
    const rows = fc.array(row, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';'), fc.constantFrom('\n', '\r\n'), (given, separator, lineBreak) => {
        const quoted = [['website', 'name', 'email'], ...given].map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator),
        );
        const values = read(quoted.join(lineBreak)).map((row) => 'values' in row && row.values);
        const filled = given.map(([website, name, email]) =>
          Object.fromEntries(Object.entries({ website, name, email }).filter(([, text]) => text !== '')),
        );
        expect(values).toEqual(filled);
      }),
    );
  });
});
