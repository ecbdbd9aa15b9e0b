import { checkLineCount, type FileLine, unreadableFile } from './import-line.ts';

/**
 * One JSON object per line; empty lines are passed over.
 * @throws {Problem} when no line is JSON, so that it is another kind of file.
 */
export function readNdjson(file: string): readonly FileLine[] {
  const rows = file
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(toRow);
  const [first] = rows;
  if (first && rows.every((row) => 'problem' in row))
    throw unreadableFile(first.line, 'This is no JSON, nor is any line after it. Put one JSON object on each line.');
  return checkLineCount(rows);
}

function toRow({ text, line }: { readonly text: string; readonly line: number }): FileLine {
  try {
    return { line, values: JSON.parse(text) };
  } catch {
    return {
      line,
      problem: { code: 'invalid_json', detail: 'The line is not JSON. Put one JSON object on each line.' },
    };
  }
}
