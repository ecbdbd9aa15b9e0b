import knex, { type Knex } from 'knex';

export interface DatabaseOptions {
  /** Maximum number of connections; default 10. */
  readonly poolMax?: number;
  /** As PostgreSQL shows it in `pg_stat_activity`. */
  readonly applicationName?: string;
}

const connectTimeoutMs = 2000;
const statementTimeoutMs = 5000;

/**
 * A pool that connects on demand and fails within seconds while the database is unreachable. Close it with `destroy()`.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Knex {
  const database = knex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: options.applicationName ?? 'perennial',
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      // Enforced by the client, for a server that no longer responds at all.
      query_timeout: statementTimeoutMs + 1000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    },
    pool: { min: 0, max: options.poolMax ?? 10, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: connectTimeoutMs + 1000,
    // Keeps values, which may be personal data, out of error messages.
    compileSqlOnError: false,
    // Every error reaches the caller; knex would also print it.
    log: { warn: silent, error: silent, debug: silent, deprecate: silent },
  });
  database.on('query-error', hideRow);
  return database;
}

/** Throws when the database does not respond within about two seconds. */
export async function pingDatabase(database: Knex): Promise<void> {
  await database.raw('select 1').timeout(connectTimeoutMs);
}

function silent(): void {}

/** In `detail`, PostgreSQL quotes the whole row that violated a constraint. */
function hideRow(error: { detail?: string }): void {
  delete error.detail;
}
