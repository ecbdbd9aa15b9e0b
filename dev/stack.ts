import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../adapters/postgres/db/database.ts';
import { describeMissingKeys } from '../adapters/postgres/sealed-values/key-usage.ts';
import { readConfig } from '../config.ts';
import { ensureDatabase, preparePostgres } from './postgres/prepare-postgres.ts';
import { environmentOf } from './process-environments.ts';
import { errorMessage } from './process/error-message.ts';
import { pollUntil } from './process/poll-until.ts';
import { runCommand } from './process/run-command.ts';
import type { Supervisor } from './process/supervisor.ts';
import type { Secrets } from './secrets.ts';
import { createServices } from './services.ts';
import type { Ports, StartSettings } from './settings.ts';
import { prepareTemporal } from './temporal/prepare-temporal.ts';

/** Clients stop before the servers that they use. */
const stopOrder = [['api'], ['worker'], ['simulators', 'mailbox'], ['temporal'], ['postgres']] as const;
const readyWithinMs = 90_000;

export interface StackOptions {
  readonly settings: StartSettings;
  readonly ports: Ports;
  readonly secrets: Secrets;
  /** The complete environment of the project's own services. */
  readonly env: Record<string, string>;
  readonly supervisor: Supervisor;
  readonly print: (sentence: string) => void;
}

/** Starts every service that no variable replaces, applies the migrations and waits until the API reports ready. */
export async function startStack(options: StackOptions): Promise<void> {
  const { settings, ports, env, supervisor, print } = options;
  const { embedded } = settings;
  const services = createServices(env, ports);
  await allSettled([
    startDatabase(options),
    startTemporal(options),
    ...(embedded.simulators ? [supervisor.start(services.simulators)] : []),
    ...(embedded.mailbox ? [supervisor.start(services.mailbox)] : []),
  ]);
  print('Starting the worker and the API …');
  await allSettled([supervisor.start(services.worker), supervisor.start(services.api)]);
  await waitUntilReady(`http://127.0.0.1:${ports.PORT}/readyz`);
}

/** Stops the services of this start; a replaced one runs on. */
export async function stopStack(supervisor: Supervisor): Promise<void> {
  for (const names of stopOrder) await Promise.all(names.map((name) => supervisor.stop(name)));
}

async function startDatabase({ settings, ports, secrets, env, supervisor, print }: StackOptions): Promise<void> {
  if (settings.embedded.postgres) {
    print('Starting PostgreSQL …');
    const { service, url } = await preparePostgres({
      dataDir: join(settings.dataDir, 'postgres'),
      port: ports.POSTGRES_PORT,
      password: secrets.postgresPassword,
      print,
    });
    await supervisor.start(service);
    await ensureDatabase(url('postgres'), 'perennial');
  }
  await migrate(env);
  await requireKeys(env);
}

async function startTemporal({ settings, ports, supervisor, print }: StackOptions): Promise<void> {
  if (!settings.embedded.temporal) return;
  const { dataDir, namespace } = settings;
  const { service, version } = await prepareTemporal({
    dataDir,
    stateDir: join(dataDir, 'temporal'),
    port: ports.TEMPORAL_PORT,
    uiPort: ports.TEMPORAL_UI_PORT,
    namespace,
    print,
  });
  print(`Starting Temporal ${version} …`);
  await supervisor.start(service);
}

/** Fails only after every start has settled: a service that is still starting could not be stopped. */
async function allSettled(starts: readonly Promise<void>[]): Promise<void> {
  const failure = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

async function migrate(env: Record<string, string>): Promise<void> {
  const script = fileURLToPath(new URL('../adapters/postgres/migrate.js', import.meta.url));
  const options = { env: environmentOf('migration', env) };
  const { code, output } = await runCommand(process.execPath, ['--enable-source-maps', script], options);
  if (code === 0) return;
  const lastLines = output.trim().split('\n').slice(-15).join('\n');
  throw new Error(`The database could not be migrated (exit code ${code}):\n${lastLines}`);
}

/** Fails before the worker and the API would. */
async function requireKeys(env: Record<string, string>): Promise<void> {
  const { databaseUrl, encryptionKeys } = readConfig(env);
  const database = openDatabase(databaseUrl, { poolMax: 1, applicationName: 'perennial-start' });
  try {
    const missingKeys = await describeMissingKeys(database, encryptionKeys);
    if (missingKeys !== undefined) throw new Error(missingKeys);
  } finally {
    await database.destroy();
  }
}

async function waitUntilReady(url: string): Promise<void> {
  let lastResponse = 'no response';
  const isReady = async (): Promise<boolean> => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      lastResponse = await response.text();
      return response.ok;
    } catch (error) {
      lastResponse = errorMessage(error);
      return false;
    }
  };
  if (!(await pollUntil(isReady, readyWithinMs)))
    throw new Error(`Perennial was not ready within ${readyWithinMs / 1000} s; ${url} returned: ${lastResponse}`);
}
