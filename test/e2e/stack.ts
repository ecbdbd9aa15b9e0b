/** The product as people start it: every part a process of its own, in a folder and on ports of this test's own. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import { spawnTied } from '../../dev/process/spawn-tied.ts';
import { processIdentity } from '../../dev/process/process-identity.ts';
import { eventually } from '../setup/eventually.ts';
import { createActors, type Actors } from './actors.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether other files run at the same time, which a short year would not survive. */
    isAmongOthers?: boolean;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const runFile = z.object({
  startPid: z.number(),
  parts: z.record(z.string(), z.object({ pid: z.number(), port: z.number().optional() })),
});
const portOf = {
  PORT: 'api',
  TEMPORAL_PORT: 'temporal',
  POSTGRES_PORT: 'postgres',
  SIMULATOR_PORT: 'simulators',
  MAIL_UI_PORT: 'mailbox',
} as const;

export type PartName = 'api' | 'worker' | 'postgres' | 'temporal' | 'simulators' | 'mailbox';

export interface Stack extends Actors {
  readonly dataDir: string;
  readonly adminToken: string;
  readonly databaseUrl: string;
  /** Everything the start has printed until now. */
  output(): string;
  /** As `run.json` says; a part that is being started again is missing. */
  pidOf(part: PartName): number | undefined;
  portOf(part: PartName): number;
  kill(part: PartName, signal: NodeJS.Signals): void;
  /** `kill -9` of a part, and the wait until the start has brought up another one. */
  crash(part: PartName): Promise<void>;
  /** `kill -9` of the start and of every part. */
  killAll(): Promise<void>;
  /** Starts again in the same folder, at the same addresses. */
  restart(): Promise<void>;
  /** Ctrl-C; fails when anything that was started is left. */
  stop(): Promise<void>;
}

/** `yearLength` as `YEAR_LENGTH` takes it, such as `30s`; `more` variables replace parts or set their pace. */
export async function startStack(yearLength: string, more: Record<string, string> = {}): Promise<Stack> {
  if (inject('isAmongOthers'))
    throw new Error('What starts a whole product belongs to `wholeProduct` in vitest.config.ts.');
  build();
  const parent = mkdtempSync(join(tmpdir(), 'perennial-e2e-'));
  // PostgreSQL's user has to get through when we are root.
  chmodSync(parent, 0o711);
  const dataDir = join(parent, 'data');
  const seen = new Map<number, string>();
  const ports: Record<string, number> = {};
  let output = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    const { PATH = '', HOME = '', XDG_CACHE_HOME = '' } = process.env;
    const anyPort = { TEMPORAL_UI_PORT: '0', MAIL_SMTP_PORT: '0' };
    const wanted = Object.entries(portOf).map(([variable, part]) => [variable, String(ports[part] ?? 0)]);
    const startScript = join(root, 'dist', 'dev', 'start.js');
    const env = {
      PATH,
      HOME,
      XDG_CACHE_HOME,
      DATA_DIR: dataDir,
      YEAR_LENGTH: yearLength,
      RATE_LIMIT_PER_MINUTE: '100000',
      ...anyPort,
      ...Object.fromEntries(wanted),
      ...more,
    };
    // A test run that is killed leaves nothing behind.
    child = spawnTied({ file: process.execPath, args: ['--enable-source-maps', startScript], env }, 'SIGKILL');
    remember(child.pid);
    const from = output.length;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    await eventually(
      () => {
        if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}:\n${output.slice(from)}`);
        expect(output.slice(from)).toContain('Perennial is ready');
      },
      { timeoutMs: 90_000 },
    );
    for (const [part, { port }] of Object.entries(parts())) if (port !== undefined) ports[part] = port;
  }

  function remember(pid: number | undefined): void {
    const identity = pid === undefined ? undefined : processIdentity(pid);
    if (pid !== undefined && identity !== undefined) seen.set(pid, identity);
  }

  function parts(): z.output<typeof runFile>['parts'] {
    const { parts: running } = runFile.parse(JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')));
    for (const { pid } of Object.values(running)) remember(pid);
    return running;
  }

  const left = (): number[] => [...seen].flatMap(([pid, identity]) => (processIdentity(pid) === identity ? [pid] : []));

  /** Never a process that took the id of one of ours. */
  function signal(pid: number | undefined, name: NodeJS.Signals): void {
    if (pid !== undefined && processIdentity(pid) === seen.get(pid)) process.kill(pid, name);
  }

  async function end(name: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill(name);
      await exited;
    }
  }

  async function stop(): Promise<void> {
    parts();
    await end('SIGINT');
    try {
      await eventually(() => expect(left()).toEqual([]), { timeoutMs: 5000 });
    } finally {
      for (const pid of left()) process.kill(pid, 'SIGKILL');
      rmSync(parent, { recursive: true, force: true });
    }
  }

  try {
    await start();
  } catch (error) {
    await end('SIGINT');
    rmSync(parent, { recursive: true, force: true });
    throw error;
  }
  const adminToken = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  const { postgresPassword } = z
    .object({ postgresPassword: z.string() })
    .parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
  const portNow = (part: PartName): number => ports[part] ?? 0;
  const pidOf = (part: PartName): number | undefined => parts()[part]?.pid;
  return {
    ...createActors({
      url: `http://localhost:${portNow('api')}`,
      simulatorUrl: `http://localhost:${portNow('simulators')}`,
      mailUrl: `http://localhost:${portNow('mailbox')}`,
      adminToken,
    }),
    dataDir,
    adminToken,
    databaseUrl:
      more['DATABASE_URL'] ?? `postgres://perennial:${postgresPassword}@127.0.0.1:${portNow('postgres')}/perennial`,
    output: () => output,
    pidOf,
    portOf: portNow,
    kill: (part, name) => signal(pidOf(part), name),
    async crash(part) {
      const before = pidOf(part);
      const from = output.length;
      signal(before, 'SIGKILL');
      const again = `${part} is running again.`;
      await eventually(() => expect(output.slice(from)).toContain(again), { timeoutMs: 40_000 });
      expect(pidOf(part)).not.toBe(before);
    },
    async killAll() {
      const pids = Object.values(parts()).map(({ pid }) => pid);
      child.kill('SIGKILL');
      for (const pid of pids) signal(pid, 'SIGKILL');
      await eventually(() => expect(left()).toEqual([]));
    },
    restart: start,
    stop,
  };
}

let isBuilt = false;

/** `npm test` has built already; whoever runs a single file gets what the sources are now. */
function build(): void {
  if (isBuilt) return;
  const bootstrap = join(root, 'dev', 'bootstrap.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bootstrap, 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  isBuilt = true;
}
