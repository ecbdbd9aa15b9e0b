import { CsvError, parse } from 'csv-parse/sync';
import { checkLineCount, type FileLine, unreadableFile } from './import-line.ts';

/**
 * Reads a header with field names and one row per store, separated by commas or, as spreadsheets write it in many
 * countries, by semicolons. An empty cell is an absent field, and a row of empty cells is none.
 * @throws {Problem} 400 when the file as a whole cannot be read.
 */
export function readCsv(
  file: string,
  fields: readonly string[],
  requiredFields: readonly string[],
): readonly FileLine[] {
  const [header, ...records] = parseRecords(file);
  if (!header) return checkLineCount([]);
  const names = readHeader(header, fields, requiredFields);
  return checkLineCount(records.map((record) => toFileLine(record, names)));
}

interface CsvRecord {
  /** Its first line; a quoted cell may span several. */
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(file: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let lastLine = 0;
  // Inside a quoted cell, the parser counts CRLF as two lines.
  let countedTwice = 0;
  try {
    parse(file, {
      bom: true,
      delimiter: delimiterOf(file),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        const text = cells.join('');
        countedTwice += countMatches(text, /\r\n/g);
        lastLine = lines - countedTwice;
        // Spreadsheets write rows without any value at the end of a sheet.
        if (text.trim() !== '') records.push({ line: lastLine - countMatches(text, /\r\n|\n|\r/g), cells });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (error instanceof CsvError) throw unreadableFile(...describeCsvError(error, lastLine, countedTwice));
    throw error;
  }
}

function describeCsvError(
  { code, ...error }: CsvError,
  lastLine: number,
  countedTwice: number,
): [line: number, sentence: string] {
  // The parser reports the end of the file; the quote opens in the next row.
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return [
      lastLine + 1,
      'A quote that opens in this row is never closed. Close it, or double it if it is part of the text.',
    ];
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines - countedTwice : lastLine + 1;
  return [line, 'There is a quote in the middle of a cell. Put the whole cell in quotes and double the quotes inside.'];
}

/** Field names contain neither, so the header decides. */
function delimiterOf(file: string): ',' | ';' {
  const header = /^\s*(.*)/.exec(file)?.[1] ?? '';
  return header.includes(';') ? ';' : ',';
}

function readHeader(
  { line, cells }: CsvRecord,
  fields: readonly string[],
  requiredFields: readonly string[],
): readonly string[] {
  const unknownIndex = cells.findIndex((name) => !fields.includes(name));
  if (unknownIndex >= 0)
    throw unreadableFile(
      line,
      `Column ${unknownIndex + 1} of the header is not a field name. The fields are ${fields.join(', ')}.`,
    );
  const duplicate = cells.find((name, index) => cells.indexOf(name) !== index);
  if (duplicate !== undefined) throw unreadableFile(line, `The header names ${duplicate} twice. Name each field once.`);
  const missing = requiredFields.filter((name) => !cells.includes(name));
  if (missing.length > 0)
    throw unreadableFile(line, `The header does not name ${missing.join(', ')}. Add the missing columns.`);
  return cells;
}

function toFileLine({ line, cells }: CsvRecord, names: readonly string[]): FileLine {
  if (cells.length !== names.length) {
    const detail = `The row has ${cells.length} cells where the header has ${names.length}. Put cells that contain a separator in quotes.`;
    return { line, problem: { code: 'invalid_body', detail } };
  }
  const values = names.map((name, index) => [name, cells[index]]).filter(([, value]) => value !== '');
  return { line, values: Object.fromEntries(values) };
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
