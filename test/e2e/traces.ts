/** Everything that a running stack has written anywhere, as text, and the secrets that must not be in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { z } from 'zod';
import type { Stack } from './stack.ts';

const stackSecrets = z.object({
  postgresPassword: z.string(),
  encryptionKeys: z.string(),
  amazonClientSecret: z.string(),
  commerceConsumerSecret: z.string(),
  commerceAccessToken: z.string(),
  commerceAccessTokenSecret: z.string(),
});

export type Traces = ReadonlyMap<string, string>;

/** Secrets by their kind. Codes and tokens are those that the simulated Amazon has issued. */
export function secretsOf({ dataDir, adminToken }: Stack): Readonly<Record<string, readonly string[]>> {
  const secrets = stackSecrets.parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
  const amazon = readTree(join(dataDir, 'simulator'));
  const issued = [...amazon.values()].join('\n');
  return {
    'admin token': [adminToken],
    'encryption key': [secrets.encryptionKeys.split(':')[1] ?? ''],
    'client secret': [secrets.amazonClientSecret],
    'secrets of Commerce': [
      secrets.commerceConsumerSecret,
      secrets.commerceAccessToken,
      secrets.commerceAccessTokenSecret,
    ],
    "PostgreSQL's password": [secrets.postgresPassword],
    code: issued.match(/\bS[\w-]{24}(?=")/g) ?? [],
    'refresh token': issued.match(/Atzr\|[\w-]+/g) ?? [],
    // An access token is stored nowhere to compare with, so it is recognized by Amazon's prefix.
    'any token of Amazon': ['Atza|', 'Atzr|'],
  };
}

/** Every event of every workflow, payloads decoded. */
export async function readHistories(stack: Stack): Promise<Traces> {
  const connection = await Connection.connect({ address: `127.0.0.1:${stack.portOf('temporal')}` });
  try {
    const client = new Client({ connection });
    const histories = new Map<string, string>();
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      histories.set(
        `${workflowId}/${runId}`,
        JSON.stringify(history, (_key, value: unknown) => decoded(value)),
      );
    }
    return histories;
  } finally {
    await connection.close();
  }
}

function decoded(value: unknown): unknown {
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
}

/** Every row of every table. */
export async function readTables(stack: Stack): Promise<Traces> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const listed = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const tables = new Map<string, string>();
    for (const { name } of listed.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      tables.set(name, rows.map(({ row }) => row).join('\n'));
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** The logs of all services, and what the start has printed. */
export function readLogs(stack: Stack): Traces {
  return new Map([...readTree(join(stack.dataDir, 'logs')), ['the terminal', stack.output()]]);
}

/** The files of the servers on the disk. */
export function readServerFiles({ dataDir }: Stack): Traces {
  return new Map([...readTree(join(dataDir, 'temporal')), ...readTree(join(dataDir, 'postgres'))]);
}

function readTree(dir: string): Map<string, string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path, readIfThere(path)]));
}

/** A running server deletes files while they are listed: journals of SQLite, segments of a write-ahead log. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
