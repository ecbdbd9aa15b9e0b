import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const maxBytes = 20 * 1024 * 1024;
const tailLines = 15;

/** The log file of one service: `<dir>/<service>.log`; the previous one is `<service>.log.1`. */
export class ServiceLog {
  readonly path: string;
  #bytes = 0;
  #tail: string[] = [];

  constructor(dir: string, serviceName: string) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.path = join(dir, `${serviceName}.log`);
    this.#rotate();
  }

  /** Never throws: a full disk or a removed folder must not stop the stack. */
  write(line: string): void {
    this.#tail = [...this.#tail, line].slice(-tailLines);
    try {
      if (this.#bytes > maxBytes) this.#rotate();
      appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
      this.#bytes += Buffer.byteLength(line) + 1;
    } catch {
      // The last lines stay in memory and are printed if the service fails.
    }
  }

  /** The last lines, for the error of a service that does not start. */
  tail(): string {
    return this.#tail.join('\n');
  }

  #rotate(): void {
    this.#bytes = 0;
    if (existsSync(this.path)) renameSync(this.path, `${this.path}.1`);
    else rmSync(`${this.path}.1`, { force: true });
  }
}
