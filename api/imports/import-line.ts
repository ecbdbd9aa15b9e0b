/** What stands in a file of an import, before anybody asks what it means. */
import { maxImportLines, type LineProblem } from '../../domain/store-import.ts';
import { Problem } from '../http/problem.ts';

/** `values`: by the names of the fields; `problem`: the row alone cannot be read. */
export type FileLine =
  | { readonly line: number; readonly values: unknown }
  | { readonly line: number; readonly problem: LineProblem };

/** The file as a whole cannot be read; `line` begins at 1. The sentence never quotes the file: it may hold secrets. */
export function unreadableFile(line: number, sentence: string): Problem {
  const detail = `Line ${line}: ${sentence}`;
  return new Problem('invalid_import', detail, { errors: [{ pointer: `/${line}`, detail: sentence }] });
}

/** @throws {Problem} when there are none, or too many of them. */
export function checkLineCount(rows: readonly FileLine[]): readonly FileLine[] {
  if (rows.length === 0) throw new Problem('invalid_import', 'The file has no rows; at least one is expected.');
  if (rows.length > maxImportLines)
    throw new Problem(
      'invalid_import',
      `The file has ${rows.length} rows; an import takes ${maxImportLines}. Split the file.`,
    );
  return rows;
}
