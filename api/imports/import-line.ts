/** What stands in a file of an import, before anybody asks what it means. */
import { mostImportRows, type RowProblem } from '../../domain/store-import.ts';
import { Problem } from '../http/problem.ts';

/** `values`: by the names of the fields; `problem`: the row alone cannot be read. */
export type FileRow =
  | { readonly line: number; readonly values: unknown }
  | { readonly line: number; readonly problem: RowProblem };

/** The file as a whole cannot be read; `line` begins at 1. The sentence never quotes the file: it may hold secrets. */
export function unreadable(line: number, sentence: string): Problem {
  const detail = `Line ${line}: ${sentence}`;
  return new Problem('invalid_import', detail, { errors: [{ pointer: `/${line}`, detail: sentence }] });
}

/** @throws {Problem} when there are none, or too many of them. */
export function checkRowCount(rows: readonly FileRow[]): readonly FileRow[] {
  if (rows.length === 0) throw new Problem('invalid_import', 'The file has no rows; at least one is expected.');
  if (rows.length > mostImportRows)
    throw new Problem(
      'invalid_import',
      `The file has ${rows.length} rows; an import takes ${mostImportRows}. Split the file.`,
    );
  return rows;
}
