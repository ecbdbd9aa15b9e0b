import { dirname, join } from 'node:path';
import pg from 'pg';
import { minimalEnv } from '../process/minimal-env.ts';
import { endLeftoverProcess } from '../process/process-identity.ts';
import type { Service } from '../process/service.ts';
import { unprivilegedUser } from './drop-privileges.ts';
import { ensureCluster, superuser } from './ensure-cluster.ts';
import { findBinaries } from './find-binaries.ts';
import { findRunningServer } from './find-running-server.ts';
import { isRelocatedData, removeAbandonedData } from './relocated-data.ts';

const stopWithinMs = 15_000;

export interface PostgresOptions {
  readonly dataDir: string;
  /** On loopback only. */
  readonly port: number;
  readonly password: string;
  /** False trades crash safety and vacuuming for speed: tests only. Default true. */
  readonly durable?: boolean;
  readonly print: (sentence: string) => void;
}

/**
 * Prepares an embedded PostgreSQL 18: binaries, the user it runs as, a cluster. It is at `url` once the service runs.
 * Prints where the cluster is when it is outside the data folder, and removes such clusters whose data folder is gone.
 */
export async function preparePostgres(
  options: PostgresOptions,
): Promise<{ service: Service; url: (database: string) => string }> {
  const { port, password, durable = true, print } = options;
  const user = unprivilegedUser();
  const binariesDir = await findBinaries(user);
  const dataDir = await ensureCluster({ requestedDir: options.dataDir, binariesDir, user, password });
  // After ensureCluster, which records where the data folder is now if it was moved.
  if (user !== undefined) await removeAbandonedData(print);
  if (isRelocatedData(dataDir)) {
    print(
      `PostgreSQL's files are in ${dataDir}, because the user it runs as may not enter ${dirname(options.dataDir)}. After you delete that folder, the next start removes them.`,
    );
  }
  const url = (database: string): string =>
    `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const service: Service = {
    name: 'postgres',
    port,
    command: {
      file: join(binariesDir, 'bin', 'postgres'),
      args: ['-D', dataDir, ...serverSettings(port, durable)],
      env: minimalEnv(),
      cwd: '/',
      user,
    },
    beforeStart: () => endLeftoverServer(dataDir),
    isReady: () => acceptsQueries(url('postgres')),
    readyWithinMs: 60_000,
    // A fast shutdown: open transactions are rolled back, and it does not wait for clients.
    stopSignal: 'SIGINT',
    stopWithinMs,
    deathSignal: 'SIGINT',
    filterForConsole: (line) =>
      /(?:FATAL|PANIC): {2}(?!the database system is|terminating connection)(.*)/.exec(line)?.[1],
  };
  return { service, url };
}

function serverSettings(port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** After `kill -9` of its parent a server may still be writing; two servers on one data folder would damage it. */
async function endLeftoverServer(dataDir: string): Promise<void> {
  const server = findRunningServer(dataDir);
  if (server !== undefined) await endLeftoverProcess(server.pid, server.identity, 'SIGINT', stopWithinMs);
}

async function acceptsQueries(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates a database unless it exists. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 30_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const existing = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (existing.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
