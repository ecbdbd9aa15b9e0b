import { CsvError, parse } from 'csv-parse/sync';
import { checkLineCount, type FileLine, unreadableFile } from './import-line.ts';

/**
 * A header row with the names of fields, then a row per store; separated by commas or, as spreadsheets of many countries
 * write it, by semicolons. An empty cell is an absent field.
 * @throws {Problem} when the file as a whole cannot be read.
 */
export function readCsv(file: string, fields: readonly string[], required: readonly string[]): readonly FileLine[] {
  const [head, ...body] = parseRecords(file);
  if (!head) return checkLineCount([]);
  const names = readHeader(head, fields, required);
  return checkLineCount(body.map((record) => toRow(record, names)));
}

interface CsvRecord {
  /** Where it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(file: string): readonly CsvRecord[] {
  const read: CsvRecord[] = [];
  let lastLine = 0;
  try {
    parse(file, {
      bom: true,
      delimiter: delimiterOf(file),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        lastLine = lines;
        read.push({ line: lines - lineBreaks(cells), cells });
        return null;
      },
    });
    return read;
  } catch (error) {
    if (error instanceof CsvError) throw unreadableFile(...mistakeOf(error, lastLine));
    throw error;
  }
}

function mistakeOf({ code, ...error }: CsvError, lastLine: number): [line: number, sentence: string] {
  // The parser names the end of the file.
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return [lastLine + 1, 'A quote that opens in this row is never closed. Close it, or double a quote that is meant.'];
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : lastLine + 1;
  return [line, 'A quote stands in the middle of a cell. Put the whole cell in quotes and double the quotes inside.'];
}

/** No name of a field holds either, so the header tells. */
function delimiterOf(file: string): ',' | ';' {
  const header = /^\s*(.*)/.exec(file)?.[1] ?? '';
  return header.includes(';') ? ';' : ',';
}

function readHeader(
  { line, cells }: CsvRecord,
  fields: readonly string[],
  required: readonly string[],
): readonly string[] {
  const stranger = cells.findIndex((name) => !fields.includes(name));
  if (stranger >= 0)
    throw unreadableFile(
      line,
      `Column ${stranger + 1} of the header names no field. The fields are ${fields.join(', ')}.`,
    );
  const doubled = cells.find((name, index) => cells.indexOf(name) !== index);
  if (doubled !== undefined) throw unreadableFile(line, `The header names ${doubled} twice. Name each field once.`);
  const missing = required.filter((name) => !cells.includes(name));
  if (missing.length > 0)
    throw unreadableFile(line, `The header does not name ${missing.join(', ')}. Add what is missing.`);
  return cells;
}

function toRow({ line, cells }: CsvRecord, names: readonly string[]): FileLine {
  if (cells.length !== names.length) {
    const detail = `The row has ${cells.length} cells where the header has ${names.length}. Put a cell that holds a separator in quotes.`;
    return { line, problem: { code: 'invalid_body', detail } };
  }
  const given = names.map((name, index) => [name, cells[index]]).filter(([, value]) => value !== '');
  return { line, values: Object.fromEntries(given) };
}

function lineBreaks(cells: readonly string[]): number {
  return cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0;
}
