import { setTimeout as delay } from 'node:timers/promises';
import type { RunningProcess } from './process-registry.ts';
import { RunningService } from './running-service.ts';
import { ServiceLog } from './service-log.ts';
import { describeExit } from './service.ts';
import type { Service } from './service.ts';

const maxStartAttempts = 3;
/** A service that ran this long restarts with the shortest delay again. */
const stableAfterMs = 60_000;

export interface SupervisorOptions {
  readonly logDir: string;
  readonly print: (sentence: string) => void;
  /** Called whenever a process starts or exits, with all that run now. */
  readonly onChange?: (running: readonly RunningProcess[]) => void;
  /** The delay before the first restart; it doubles with each failure. Default 500 ms. */
  readonly minRestartDelayMs?: number;
  /** Default 30 s. */
  readonly maxRestartDelayMs?: number;
}

interface SupervisedService {
  readonly service: Service;
  readonly log: ServiceLog;
  /** Aborted when the service is stopped for good; until then it is restarted. */
  readonly stopping: AbortController;
  running: RunningService | undefined;
  restarts: Promise<void>;
}

/** Keeps services running: one that exits is reported and restarted with a growing delay. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #supervised = new Map<string, SupervisedService>();
  #isShuttingDown = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /**
   * Starts a service and waits until it is ready; from then on it is restarted when it exits.
   * @throws StartFailure with the last lines of its log when it does not become ready.
   */
  async start(service: Service): Promise<void> {
    if (this.#isShuttingDown) throw new Error(`${service.name} is not started: everything is being stopped`);
    const log = new ServiceLog(this.#options.logDir, service.name);
    const stopping = new AbortController();
    const supervised: SupervisedService = { service, log, stopping, running: undefined, restarts: Promise.resolve() };
    this.#supervised.set(service.name, supervised);
    for (let attempt = 1; ; attempt += 1) {
      const running = await this.#launch(supervised);
      if (await running.becomesReady()) break;
      if (stopping.signal.aborted) return;
      const exit = await Promise.race([running.exited, Promise.resolve(undefined)]);
      if (exit === undefined || attempt === maxStartAttempts) {
        await running.stop();
        const reason =
          exit === undefined
            ? `was not ready within ${service.readyWithinMs / 1000} s`
            : `ended at once (${describeExit(exit)})`;
        throw new StartFailure(service.name, reason, log);
      }
      await this.#waitBeforeRestart(supervised, attempt);
    }
    supervised.restarts = this.#restartOnExit(supervised);
  }

  /** Stops one service for good; the others keep running. */
  async stop(name: string): Promise<void> {
    const supervised = this.#supervised.get(name);
    if (supervised === undefined) return;
    supervised.stopping.abort();
    await supervised.running?.stop();
    await supervised.restarts;
    this.#supervised.delete(name);
    this.#reportChange();
  }

  /** From now on no service is started; called before stopping, so that none is missed. */
  refuseStarts(): void {
    this.#isShuttingDown = true;
  }

  /** Ends all services at once, without a graceful stop. */
  killAll(): void {
    for (const { stopping, running } of this.#supervised.values()) {
      stopping.abort();
      running?.kill();
    }
  }

  async #restartOnExit(supervised: SupervisedService): Promise<void> {
    const { service, stopping, log } = supervised;
    for (let failures = 0; ;) {
      const startedAt = Date.now();
      const exit = (await supervised.running?.exited) ?? {
        code: null,
        signal: null,
        problem: 'it could not be started',
      };
      if (stopping.signal.aborted) return;
      this.#setRunning(supervised, undefined);
      failures = Date.now() - startedAt > stableAfterMs ? 1 : failures + 1;
      const delayS = this.#restartDelayMs(failures) / 1000;
      this.#options.print(
        `${service.name} ended (${describeExit(exit)}); starting it again in ${delayS} s. Its log: ${log.path}`,
      );
      await this.#waitBeforeRestart(supervised, failures);
      if (stopping.signal.aborted) return;
      const running = await this.#launch(supervised).catch((error: unknown) => log.write(String(error)));
      if (await running?.becomesReady()) this.#options.print(`${service.name} is running again.`);
      // A process that is not ready in time is ended here and restarted by the next iteration.
      else await running?.stop();
    }
  }

  async #launch(supervised: SupervisedService): Promise<RunningService> {
    const { service, stopping } = supervised;
    await service.beforeStart?.();
    if (stopping.signal.aborted) throw new Error(`${service.name} was stopped`);
    const running = new RunningService(service, (line) => this.#handleOutput(supervised, line));
    this.#setRunning(supervised, running);
    return running;
  }

  #setRunning(supervised: SupervisedService, running: RunningService | undefined): void {
    supervised.running = running;
    this.#reportChange();
  }

  #handleOutput({ service, log }: SupervisedService, line: string): void {
    log.write(line);
    const shown = service.filterForConsole?.(line);
    if (shown !== undefined) this.#options.print(`${service.name}: ${shown}`);
  }

  #reportChange(): void {
    this.#options.onChange?.(
      [...this.#supervised.values()].flatMap(({ service: { name, port }, running }) =>
        running?.pid === undefined ? [] : [{ name, pid: running.pid, port }],
      ),
    );
  }

  #restartDelayMs(failures: number): number {
    const { minRestartDelayMs = 500, maxRestartDelayMs = 30_000 } = this.#options;
    return Math.min(maxRestartDelayMs, minRestartDelayMs * 2 ** (failures - 1));
  }

  async #waitBeforeRestart({ stopping }: SupervisedService, failures: number): Promise<void> {
    await delay(this.#restartDelayMs(failures), undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}

/** A service that did not become ready. */
class StartFailure extends Error {
  constructor(name: string, reason: string, log: ServiceLog) {
    super(`${name} ${reason}. The last lines of ${log.path}:\n${log.tail() || '(nothing)'}`);
  }
}
