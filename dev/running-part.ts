import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { spawnBound } from './bound-process.ts';
import type { BoundProcess } from './bound-process.ts';
import type { Exit, Part } from './part.ts';
import { answers } from './ports.ts';

const pollMs = 50;

/** One life of a part: from spawn to exit. */
export class RunningPart {
  readonly exited: Promise<Exit>;
  readonly #part: Part;
  readonly #child: BoundProcess;
  #exit: Exit | undefined;

  constructor(part: Part, onLine: (line: string) => void) {
    this.#part = part;
    this.#child = spawnBound(part.command, part.deathSignal);
    for (const stream of [this.#child.stdout, this.#child.stderr]) createInterface(stream).on('line', onLine);
    this.exited = new Promise((resolve) => {
      const end = (exit: Exit): void => resolve((this.#exit ??= exit));
      this.#child.once('exit', (code, signal) => end({ code, signal }));
      this.#child.once('error', (error) => end({ code: null, signal: null, problem: error.message }));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** True once it is ready; false when it ended or was not ready in time, even if a check never comes back. */
  async becomesReady(): Promise<boolean> {
    const deadline = Date.now() + this.#part.readyWithinMs;
    const givenUp = new AbortController();
    const { signal } = givenUp;
    const tooLate = delay(this.#part.readyWithinMs, false, { signal }).catch(() => false);
    const over = Promise.race([tooLate, this.exited.then(() => false)]);
    try {
      while (this.#exit === undefined && Date.now() < deadline) {
        if (await Promise.race([this.#isReady(), over])) return this.#exit === undefined;
        await delay(pollMs);
      }
      return false;
    } finally {
      givenUp.abort();
    }
  }

  /**
   * No client calls a port on which nothing listens: among the ports for outgoing connections it could be connected to
   * itself, and so take the part's port away.
   */
  async #isReady(): Promise<boolean> {
    const { port, isReady } = this.#part;
    if (port !== undefined && !(await answers('127.0.0.1', port))) return false;
    return isReady().catch(() => false);
  }

  /** Asks it to stop, and ends it when it does not in time. */
  async stop(withinMs = this.#part.stopWithinMs): Promise<Exit> {
    if (this.#exit !== undefined) return this.#exit;
    this.#child.kill(this.#part.stopSignal);
    const killTimer = setTimeout(() => this.#child.kill('SIGKILL'), withinMs);
    const exit = await this.exited;
    clearTimeout(killTimer);
    return exit;
  }

  kill(): void {
    if (this.#exit === undefined) this.#child.kill(this.#part.deathSignal);
  }
}
