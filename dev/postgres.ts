import { dirname, join } from 'node:path';
import pg from 'pg';
import { isLinkedData, removeAbandonedData } from './linked-data.ts';
import { minimalEnv } from './minimal-env.ts';
import type { Part } from './part.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { ensureCluster, superuser } from './postgres-data.ts';
import { runningServer } from './postgres-server.ts';
import { endLeftover } from './process-identity.ts';
import { stepDownUser } from './step-down.ts';

export interface PostgresOptions {
  readonly dataDir: string;
  /** Loopback only. */
  readonly port: number;
  readonly password: string;
  /** False trades safety after a power cut, and housekeeping, for speed: tests only. Default true. */
  readonly durable?: boolean;
  readonly say: (sentence: string) => void;
}

/**
 * Prepares a PostgreSQL 18 of our own: binaries, a user it may run as, a cluster. Start the part to have it at `url`.
 * Says when the cluster lies outside the data folder, and removes such clusters whose data folder was deleted.
 */
export async function preparePostgres(
  options: PostgresOptions,
): Promise<{ part: Part; url: (database: string) => string }> {
  const { port, password, durable = true, say } = options;
  const user = stepDownUser();
  const binariesDir = await findPostgresBinaries(user);
  const dataDir = await ensureCluster({ wantedDir: options.dataDir, binariesDir, user, password });
  // Only now: the line before has recorded where the data folder is, should it have been moved to another disk.
  if (user !== undefined) await removeAbandonedData(say);
  if (isLinkedData(dataDir)) {
    say(
      `PostgreSQL's files are in ${dataDir}, because the user it runs as may not enter ${dirname(options.dataDir)}. They are removed at the first start after that folder was deleted.`,
    );
  }
  const url = (database: string): string =>
    `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const part: Part = {
    name: 'postgres',
    port,
    command: {
      file: join(binariesDir, 'bin', 'postgres'),
      args: ['-D', dataDir, ...serverSettings(port, durable)],
      env: minimalEnv(),
      cwd: '/',
      ...(user !== undefined && { user }),
    },
    beforeStart: () => endLeftoverServer(dataDir),
    isReady: () => answers(url('postgres')),
    readyWithinMs: 60_000,
    // Fast shutdown: open transactions are rolled back, nothing waits for a client.
    stopSignal: 'SIGINT',
    stopWithinMs: 15_000,
    deathSignal: 'SIGINT',
    worthShowing: (line) => /(?:FATAL|PANIC): {2}(?!the database system is|terminating connection)(.*)/.exec(line)?.[1],
  };
  return { part, url };
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

/** After a `kill -9` of its parent a server may still be writing its last: a second one must not meet it. */
async function endLeftoverServer(dataDir: string): Promise<void> {
  const server = runningServer(dataDir);
  if (server !== undefined) await endLeftover(server.pid, server.identity, 'SIGINT', 15_000);
}

async function answers(url: string): Promise<boolean> {
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

/** Creates a database when it is not there yet. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 30_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
