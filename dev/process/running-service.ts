import { createInterface } from 'node:readline';
import { acceptsConnections } from './accepts-connections.ts';
import { pollUntil } from './poll-until.ts';
import type { Exit, Service } from './service.ts';
import { spawnTied } from './spawn-tied.ts';
import type { TiedProcess } from './spawn-tied.ts';

/** One process of a service, from spawn to exit. */
export class RunningService {
  readonly exited: Promise<Exit>;
  readonly #service: Service;
  readonly #child: TiedProcess;
  #exit: Exit | undefined;

  constructor(service: Service, onLine: (line: string) => void) {
    this.#service = service;
    this.#child = spawnTied(service.command, service.deathSignal);
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

  /** True once it is ready; false when it exited or was not ready in time. */
  async becomesReady(): Promise<boolean> {
    const exited = this.exited.then(() => true);
    const isSettled = await pollUntil(() => Promise.race([exited, this.#isReady()]), this.#service.readyWithinMs);
    return isSettled && this.#exit === undefined;
  }

  /** Connects only to a port that has a listener: a client that connects to itself would occupy the service's port. */
  async #isReady(): Promise<boolean> {
    const { port, isReady } = this.#service;
    if (port !== undefined && !(await acceptsConnections('127.0.0.1', port))) return false;
    return isReady().catch(() => false);
  }

  /** Sends the stop signal, and SIGKILL when the process has not exited in time. */
  async stop(withinMs = this.#service.stopWithinMs): Promise<Exit> {
    if (this.#exit !== undefined) return this.#exit;
    this.#child.kill(this.#service.stopSignal);
    const killTimer = setTimeout(() => this.#child.kill('SIGKILL'), withinMs);
    const exit = await this.exited;
    clearTimeout(killTimer);
    return exit;
  }

  kill(): void {
    if (this.#exit === undefined) this.#child.kill(this.#service.deathSignal);
  }
}
