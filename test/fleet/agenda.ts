/** Actions with their times, and a limit on how many run at once. Failures are collected. */
export class Agenda {
  readonly #maxConcurrent: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #isClosed = false;
  /** As sentences. */
  readonly failures: string[] = [];

  constructor(maxConcurrent: number) {
    this.#maxConcurrent = maxConcurrent;
  }

  /** `name` stands in the sentence of a failure. */
  at(atMs: number, name: string, work: () => Promise<void>): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.soon(name, work);
      },
      Math.max(0, atMs - Date.now()),
    );
    this.#timers.add(timer);
  }

  soon(name: string, work: () => Promise<void>): void {
    if (this.#isClosed) return;
    this.#waiting.push(() => work().catch((error: unknown) => void this.failures.push(`${name}: ${String(error)}`)));
    if (this.#running.size >= this.#maxConcurrent) return;
    const running = this.#run().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Starts no further action; resolves when the running ones have ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#waiting.length = 0;
    await Promise.all(this.#running);
  }

  async #run(): Promise<void> {
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) await work();
  }
}
