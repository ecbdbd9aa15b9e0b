import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownParts } from './own-parts.ts';
import { ensureDatabase, preparePostgres } from './postgres.ts';
import type { StackSecrets } from './stack-secrets.ts';
import type { Ports, StartSettings } from './start-settings.ts';
import type { Supervisor } from './supervisor.ts';
import { prepareTemporal } from './temporal.ts';

/** Callers go first, what they stand on last. */
const stopOrder = [['api'], ['worker'], ['simulators', 'mailbox'], ['temporal'], ['postgres']] as const;
const readyWithinMs = 90_000;

export interface StackOptions {
  readonly settings: StartSettings;
  readonly ports: Ports;
  readonly secrets: StackSecrets;
  /** The complete environment of our own parts. */
  readonly env: Record<string, string>;
  readonly supervisor: Supervisor;
  readonly say: (sentence: string) => void;
}

/** Starts every part that no variable replaces, applies the migrations and waits until the API calls itself ready. */
export async function startStack(options: StackOptions): Promise<void> {
  const { settings, ports, env, supervisor, say } = options;
  const { embedded } = settings;
  const own = ownParts(env, ports);
  await all([
    startDatabase(options),
    startTemporal(options),
    ...(embedded.simulators ? [supervisor.start(own.simulators)] : []),
    ...(embedded.mailbox ? [supervisor.start(own.mailbox)] : []),
  ]);
  say('Starting the worker and the API …');
  await all([supervisor.start(own.worker), supervisor.start(own.api)]);
  await waitUntilReady(`http://127.0.0.1:${ports.PORT}/readyz`);
}

/** Stops what was started; what runs elsewhere is left alone. */
export async function stopStack(supervisor: Supervisor): Promise<void> {
  for (const names of stopOrder) await Promise.all(names.map((name) => supervisor.stop(name)));
}

async function startDatabase({ settings, ports, secrets, env, supervisor, say }: StackOptions): Promise<void> {
  if (settings.embedded.postgres) {
    say('Starting PostgreSQL …');
    const dataDir = join(settings.dataDir, 'postgres');
    const { part, url } = await preparePostgres({
      dataDir,
      port: ports.POSTGRES_PORT,
      password: secrets.postgresPassword,
      say,
    });
    await supervisor.start(part);
    await ensureDatabase(url('postgres'), 'perennial');
  }
  await migrate(env);
}

async function startTemporal({ settings, ports, supervisor, say }: StackOptions): Promise<void> {
  if (!settings.embedded.temporal) return;
  const { dataDir, namespace } = settings;
  const { part, version } = await prepareTemporal({
    dataDir,
    stateDir: join(dataDir, 'temporal'),
    port: ports.TEMPORAL_PORT,
    uiPort: ports.TEMPORAL_UI_PORT,
    namespace,
    say,
  });
  say(`Starting Temporal ${version} …`);
  await supervisor.start(part);
}

/** The first failure is told only when nothing is still being started, so that stopping finds everything. */
async function all(starts: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function migrate(env: Record<string, string>): Promise<void> {
  const script = fileURLToPath(new URL('../adapters/postgres/migrate.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `The database could not be migrated (exit code ${code}):\n${output.trim().split('\n').slice(-15).join('\n')}`,
          ),
        );
    });
  });
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      last = await response.text();
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(100);
  }
  throw new Error(`Perennial was not ready within ${readyWithinMs / 1000} s; ${url} says: ${last}`);
}
