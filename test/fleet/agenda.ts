/** What is to be done when, with a limit on what is done at once. What fails is kept, to be read afterwards. */
export class Agenda {
  readonly #most: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #isClosed = false;
  /** Sentences of what failed. */
  readonly failures: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** `what` names it when it fails. */
  at(atMs: number, what: string, work: () => Promise<void>): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.soon(what, work);
      },
      Math.max(0, atMs - Date.now()),
    );
    this.#timers.add(timer);
  }

  soon(what: string, work: () => Promise<void>): void {
    if (this.#isClosed) return;
    this.#waiting.push(() => work().catch((error: unknown) => void this.failures.push(`${what}: ${String(error)}`)));
    if (this.#running.size >= this.#most) return;
    const running = this.#run().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Nothing new is begun; settles when what was begun has ended. */
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
