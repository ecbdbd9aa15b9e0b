import { maxImportLines, type LineProblem } from '../../domain/store-import.ts';
import { Problem } from '../http/problem.ts';

/** A line of an import file, before it is checked: values by field name, or the reason why it cannot be parsed. */
export type FileLine =
  | { readonly line: number; readonly values: unknown }
  | { readonly line: number; readonly problem: LineProblem };

/** `line` starts at 1. The sentence must not quote the file, which may hold secrets. */
export function unreadableFile(line: number, sentence: string): Problem {
  const detail = `Line ${line}: ${sentence}`;
  return new Problem('invalid_import', detail, { errors: [{ pointer: `/${line}`, detail: sentence }] });
}

/** @throws {Problem} 400 for none or too many. */
export function checkLineCount(lines: readonly FileLine[]): readonly FileLine[] {
  if (lines.length === 0) throw new Problem('invalid_import', 'The file has no rows. It needs at least one.');
  if (lines.length > maxImportLines)
    throw new Problem(
      'invalid_import',
      `The file has ${lines.length} rows; the limit is ${maxImportLines}. Split the file.`,
    );
  return lines;
}
