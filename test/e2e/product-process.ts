/** `npm start` as a process of a test, in a folder and on ports that no other test uses. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { processIdentity } from '../../dev/process/process-identity.ts';
import { spawnTied } from '../../dev/process/spawn-tied.ts';
import { eventually, HopelessError } from '../setup/eventually.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const registry = z.object({
  startPid: z.number(),
  parts: z.record(z.string(), z.object({ pid: z.number(), port: z.number().optional() })),
});
const serviceByVariable = {
  PORT: 'api',
  TEMPORAL_PORT: 'temporal',
  POSTGRES_PORT: 'postgres',
  SIMULATOR_PORT: 'simulators',
  MAIL_UI_PORT: 'mailbox',
} as const;

export type ServiceName = 'api' | 'worker' | 'postgres' | 'temporal' | 'simulators' | 'mailbox';

export class ProductProcess {
  readonly dataDir: string;
  readonly #parentDir: string;
  readonly #variables: Record<string, string>;
  /** Every process that was started, with what tells it from a later process of the same id. */
  readonly #identities = new Map<number, string>();
  readonly #ports: Record<string, number> = {};
  #output = '';
  #child: ChildProcess | undefined;

  constructor(variables: Record<string, string>) {
    build();
    this.#variables = variables;
    this.#parentDir = mkdtempSync(join(tmpdir(), 'perennial-e2e-'));
    // As root, PostgreSQL runs as another user, who has to enter this folder.
    chmodSync(this.#parentDir, 0o711);
    this.dataDir = join(this.#parentDir, 'data');
  }

  /** Everything the start has printed until now. */
  output(): string {
    return this.#output;
  }

  portOf(service: ServiceName): number {
    return this.#ports[service] ?? 0;
  }

  /** Starts, or starts again in the same folder and on the same ports; fails as soon as the start has ended. */
  async start(): Promise<void> {
    const { PATH = '', HOME = '', XDG_CACHE_HOME = '' } = process.env;
    const ports = Object.entries(serviceByVariable).map(([variable, service]) => [
      variable,
      String(this.portOf(service)),
    ]);
    const env = {
      ...{ PATH, HOME, XDG_CACHE_HOME, DATA_DIR: this.dataDir },
      ...{ RATE_LIMIT_PER_MINUTE: '100000', TEMPORAL_UI_PORT: '0', MAIL_SMTP_PORT: '0' },
      ...Object.fromEntries(ports),
      ...this.#variables,
    };
    const args = ['--enable-source-maps', join(root, 'dist', 'dev', 'start.js')];
    // It ends with the test run, even when that is killed.
    const child = spawnTied({ file: process.execPath, args, env }, 'SIGKILL');
    this.#child = child;
    this.#remember(child.pid);
    const from = this.#output.length;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.#output += String(chunk)));
    await eventually(
      () => {
        const printed = this.#output.slice(from);
        if (child.exitCode !== null || child.signalCode !== null)
          throw new HopelessError(`The start ended with ${child.exitCode ?? child.signalCode}:\n${printed}`);
        assert(printed.includes('Perennial is ready'), `The start is not ready yet:\n${printed}`);
      },
      { timeoutMs: 90_000 },
    );
    for (const [service, { port }] of Object.entries(this.#services()))
      if (port !== undefined) this.#ports[service] = port;
  }

  kill(service: ServiceName, signal: NodeJS.Signals): void {
    this.#signal(this.#pidOf(service), signal);
  }

  /** `kill -9` of a service, and the wait until the start has brought up another one. */
  async crash(service: ServiceName): Promise<void> {
    const before = this.#pidOf(service);
    const from = this.#output.length;
    this.#signal(before, 'SIGKILL');
    await eventually(
      () =>
        assert(this.#output.slice(from).includes(`${service} is running again.`), `${service} is not running again`),
      { timeoutMs: 60_000 },
    );
    assert.notEqual(this.#pidOf(service), before);
  }

  /** `kill -9` of the start and of every service. */
  async killAll(): Promise<void> {
    const pids = Object.values(this.#services()).map(({ pid }) => pid);
    this.#child?.kill('SIGKILL');
    for (const pid of pids) this.#signal(pid, 'SIGKILL');
    await eventually(() => assert.deepEqual(this.#running(), []));
  }

  /** Ctrl-C; fails when a process that was started is still running. */
  async stop(): Promise<void> {
    this.#services();
    await this.#interrupt();
    try {
      await eventually(() => assert.deepEqual(this.#running(), []), { timeoutMs: 5000 });
    } finally {
      for (const pid of this.#running()) process.kill(pid, 'SIGKILL');
      this.#removeFolder();
    }
  }

  /** After a start that has failed. */
  async abandon(): Promise<void> {
    await this.#interrupt();
    this.#removeFolder();
  }

  async #interrupt(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await exited;
  }

  #removeFolder(): void {
    rmSync(this.#parentDir, { recursive: true, force: true });
  }

  /** Absent while the service is being started again. */
  #pidOf(service: ServiceName): number | undefined {
    return this.#services()[service]?.pid;
  }

  /** As `run.json` lists them. */
  #services(): z.output<typeof registry>['parts'] {
    const { parts } = registry.parse(JSON.parse(readFileSync(join(this.dataDir, 'run.json'), 'utf8')));
    for (const { pid } of Object.values(parts)) this.#remember(pid);
    return parts;
  }

  #remember(pid: number | undefined): void {
    const identity = pid === undefined ? undefined : processIdentity(pid);
    if (pid !== undefined && identity !== undefined) this.#identities.set(pid, identity);
  }

  #running(): number[] {
    return [...this.#identities].flatMap(([pid, identity]) => (processIdentity(pid) === identity ? [pid] : []));
  }

  /** Never to a process that has since taken the same id. */
  #signal(pid: number | undefined, signal: NodeJS.Signals): void {
    if (pid !== undefined && processIdentity(pid) === this.#identities.get(pid)) process.kill(pid, signal);
  }
}

let isBuilt = false;

/** `npm test` has built already; a run of a single file builds the sources as they are now. */
function build(): void {
  if (isBuilt) return;
  const bootstrap = join(root, 'dev', 'bootstrap.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bootstrap, 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  isBuilt = true;
}
