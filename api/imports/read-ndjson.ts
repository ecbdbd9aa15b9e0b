import { checkLineCount, type FileLine, unreadableFile } from './import-line.ts';

/**
 * Reads one JSON object per line and skips empty lines.
 * @throws {Problem} 400 when no line is JSON.
 */
export function readNdjson(file: string): readonly FileLine[] {
  const lines = file
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(toFileLine);
  const [first] = lines;
  if (first && lines.every((line) => 'problem' in line))
    throw unreadableFile(first.line, 'Neither this line nor any later one is JSON. Put one JSON object on each line.');
  return checkLineCount(lines);
}

function toFileLine({ text, line }: { readonly text: string; readonly line: number }): FileLine {
  try {
    return { line, values: JSON.parse(text) };
  } catch {
    return {
      line,
      problem: { code: 'invalid_json', detail: 'The line is not JSON. Put one JSON object on each line.' },
    };
  }
}
