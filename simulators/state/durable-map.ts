import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const lineSchema = z.union([
  z.strictObject({ put: z.string(), value: z.unknown() }),
  z.strictObject({ drop: z.string() }),
]);

/** A file is rewritten when this many lines, and as many as it had, were appended to it. */
const rewriteAfterLines = 1000;

/**
 * A map whose every change is in its file before the call returns, as one line appended: a process killed at any
 * moment loses at most the line it was writing. From time to time the file is rewritten without what is no longer needed.
 */
export class DurableMap<Value> {
  readonly #path: string;
  readonly #isNeeded: (value: Value) => boolean;
  readonly #entries: Map<string, Value>;
  /** Undefined once closed: its number may belong to another file by then. */
  #file: number | undefined;
  #appendedLines = 0;

  /** @param isNeeded tells which entries to keep when the file is opened or rewritten. */
  constructor(path: string, schema: z.ZodType<Value>, isNeeded: (value: Value) => boolean = () => true) {
    this.#path = path;
    this.#isNeeded = isNeeded;
    this.#entries = readEntries(path, schema);
    this.#file = this.#rewrite();
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  entries(): [string, Value][] {
    return [...this.#entries];
  }

  put(key: string, value: Value): void {
    this.#append({ put: key, value });
    this.#entries.set(key, value);
  }

  drop(key: string): void {
    if (!this.#entries.has(key)) return;
    this.#append({ drop: key });
    this.#entries.delete(key);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #append(line: object): void {
    if (this.#file === undefined) throw new Error(`${this.#path} is closed`);
    if (this.#appendedLines > rewriteAfterLines + this.#entries.size) {
      const grown = this.#file;
      this.#file = this.#rewrite();
      closeSync(grown);
    }
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
    this.#appendedLines += 1;
  }

  /** Replaces the file by one that holds only the entries of now. */
  #rewrite(): number {
    for (const [key, value] of this.#entries) if (!this.#isNeeded(value)) this.#entries.delete(key);
    const fresh = `${this.#path}.new`;
    const text = this.entries().map(([put, value]) => `${JSON.stringify({ put, value })}\n`);
    const file = openSync(fresh, 'w', 0o600);
    writeFileSync(file, text.join(''));
    fsyncSync(file);
    renameSync(fresh, this.#path);
    this.#appendedLines = 0;
    return file;
  }
}

function readEntries<Value>(path: string, schema: z.ZodType<Value>): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const text of readLines(path)) {
    const line = lineSchema.safeParse(parseJson(text));
    // A torn line is what was being written when the process was killed: its change was never answered.
    if (!line.success) continue;
    if ('drop' in line.data) entries.delete(line.data.drop);
    else {
      const value = schema.safeParse(line.data.value);
      if (value.success) entries.set(line.data.put, value.data);
    }
  }
  return entries;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
