import knex, { type Knex } from 'knex';

export interface DatabaseOptions {
  /** Connections at most; default 10. */
  readonly poolMax?: number;
  /** As PostgreSQL shows it in `pg_stat_activity`. */
  readonly applicationName?: string;
}

const connectTimeoutMs = 2000;
const statementTimeoutMs = 5000;

/**
 * A pool that connects when needed and fails within seconds while the database is away, so that a request gets its
 * answer and an activity its retry. Close it with `destroy()`.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Knex {
  const database = knex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: options.applicationName ?? 'perennial',
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      // The client's own, for a server that no longer answers at all.
      query_timeout: statementTimeoutMs + 1000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    },
    pool: { min: 0, max: options.poolMax ?? 10, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: connectTimeoutMs + 1000,
    // Values belong in no error message: some are personal.
    compileSqlOnError: false,
    // Whatever goes wrong reaches the caller; knex would also print it.
    log: { warn: silent, error: silent, debug: silent, deprecate: silent },
  });
  database.on('query-error', hideRow);
  return database;
}

/** Throws when the database does not answer within about two seconds. */
export async function pingDatabase(database: Knex): Promise<void> {
  await database.raw('select 1').timeout(connectTimeoutMs);
}

function silent(): void {}

/** PostgreSQL quotes the whole row that broke a constraint in `detail`. */
function hideRow(error: { detail?: string }): void {
  delete error.detail;
}
