import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const maxBytes = 20 * 1024 * 1024;
const keptLines = 15;

/** The log file of one part: `<dir>/<part>.log`, with the one before it as `<part>.log.1`. */
export class PartLog {
  readonly path: string;
  #bytes = 0;
  #last: string[] = [];

  constructor(dir: string, partName: string) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.path = join(dir, `${partName}.log`);
    this.#rotate();
  }

  /** Never throws: a full disk or a removed folder is no reason to take everything down. */
  write(line: string): void {
    this.#last = [...this.#last, line].slice(-keptLines);
    try {
      if (this.#bytes > maxBytes) this.#rotate();
      appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
      this.#bytes += Buffer.byteLength(line) + 1;
    } catch {
      // The last lines are still known, and shown when the part fails.
    }
  }

  /** The last lines, for a part that does not come up. */
  tail(): string {
    return this.#last.join('\n');
  }

  #rotate(): void {
    this.#bytes = 0;
    if (existsSync(this.path)) renameSync(this.path, `${this.path}.1`);
    else rmSync(`${this.path}.1`, { force: true });
  }
}
