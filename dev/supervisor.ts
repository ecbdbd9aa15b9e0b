import { setTimeout as delay } from 'node:timers/promises';
import { PartLog } from './part-log.ts';
import { describeExit } from './part.ts';
import type { Part } from './part.ts';
import { RunningPart } from './running-part.ts';

const firstAttempts = 3;
/** A part that lived this long starts over with the shortest pause. */
const steadyAfterMs = 60_000;

export interface SupervisorOptions {
  readonly logDir: string;
  readonly say: (sentence: string) => void;
  /** Told whenever a part has another process id, or none. */
  readonly onChange?: (running: readonly { name: string; pid: number; port?: number }[]) => void;
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
}

interface Kept {
  readonly part: Part;
  readonly log: PartLog;
  running: RunningPart | undefined;
  /** Settles when this part has been given up; until then it is restarted. */
  readonly stopping: AbortController;
  loop: Promise<void>;
}

/** Keeps parts running: one that dies is said and started again, with a pause that grows. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #kept = new Map<string, Kept>();
  #refusesMore = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /**
   * Starts a part and waits until it is ready; from then on it is kept running.
   * @throws PartFailure with the last lines of its log when it does not come up.
   */
  async start(part: Part): Promise<void> {
    if (this.#refusesMore) throw new Error(`${part.name} is not started: everything is being stopped`);
    const log = new PartLog(this.#options.logDir, part.name);
    const kept: Kept = { part, log, running: undefined, stopping: new AbortController(), loop: Promise.resolve() };
    this.#kept.set(part.name, kept);
    for (let attempt = 1; ; attempt += 1) {
      const running = await this.#launch(kept);
      if (await running.becomesReady()) break;
      if (kept.stopping.signal.aborted) return;
      const exit = await Promise.race([running.exited, Promise.resolve(undefined)]);
      const why =
        exit === undefined
          ? `was not ready within ${part.readyWithinMs / 1000} s`
          : `ended at once (${describeExit(exit)})`;
      if (exit === undefined || attempt === firstAttempts) {
        await running.stop();
        throw new PartFailure(part.name, why, log);
      }
      await this.#pause(kept, attempt);
    }
    kept.loop = this.#keepRunning(kept);
  }

  /** Stops one part for good; the others go on. */
  async stop(name: string): Promise<void> {
    const kept = this.#kept.get(name);
    if (kept === undefined) return;
    kept.stopping.abort();
    await kept.running?.stop();
    await kept.loop;
    this.#kept.delete(name);
    this.#changed();
  }

  /** From now on nothing new is started: said before stopping, so that nothing slips in behind it. */
  refuseMore(): void {
    this.#refusesMore = true;
  }

  /** Ends everything now, without grace. */
  killAll(): void {
    for (const kept of this.#kept.values()) {
      kept.stopping.abort();
      kept.running?.kill();
    }
  }

  async #keepRunning(kept: Kept): Promise<void> {
    const { part, stopping } = kept;
    for (let failures = 0; ;) {
      const startedAt = Date.now();
      const exit = (await kept.running?.exited) ?? { code: null, signal: null, problem: 'it could not be started' };
      if (stopping.signal.aborted) return;
      this.#setRunning(kept, undefined);
      failures = Date.now() - startedAt > steadyAfterMs ? 1 : failures + 1;
      const pauseS = this.#pauseMs(failures) / 1000;
      this.#options.say(
        `${part.name} ended (${describeExit(exit)}); starting it again in ${pauseS} s. Its log: ${kept.log.path}`,
      );
      await this.#pause(kept, failures);
      if (stopping.signal.aborted) return;
      const running = await this.#launch(kept).catch((error: unknown) => kept.log.write(String(error)));
      if (await running?.becomesReady()) this.#options.say(`${part.name} is running again.`);
      // Alive but not ready in time is as good as dead: ended here, started again by the next turn.
      else await running?.stop();
    }
  }

  async #launch(kept: Kept): Promise<RunningPart> {
    await kept.part.beforeStart?.();
    if (kept.stopping.signal.aborted) throw new Error(`${kept.part.name} was stopped`);
    const running = new RunningPart(kept.part, (line) => this.#heard(kept, line));
    this.#setRunning(kept, running);
    return running;
  }

  #setRunning(kept: Kept, running: RunningPart | undefined): void {
    kept.running = running;
    this.#changed();
  }

  #heard(kept: Kept, line: string): void {
    kept.log.write(line);
    const shown = kept.part.worthShowing?.(line);
    if (shown !== undefined) this.#options.say(`${kept.part.name}: ${shown}`);
  }

  #changed(): void {
    this.#options.onChange?.(
      [...this.#kept.values()].flatMap(({ part, running }) =>
        running?.pid === undefined
          ? []
          : [{ name: part.name, pid: running.pid, ...(part.port !== undefined && { port: part.port }) }],
      ),
    );
  }

  #pauseMs(failures: number): number {
    const { firstPauseMs = 500, longestPauseMs = 30_000 } = this.#options;
    return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
  }

  async #pause(kept: Kept, failures: number): Promise<void> {
    await delay(this.#pauseMs(failures), undefined, { signal: kept.stopping.signal }).catch(() => undefined);
  }
}

/** A part that did not come up: said with the last lines of its log. */
class PartFailure extends Error {
  constructor(name: string, why: string, log: PartLog) {
    super(`${name} ${why}. The last lines of ${log.path}:\n${log.tail() || '(nothing)'}`);
  }
}
