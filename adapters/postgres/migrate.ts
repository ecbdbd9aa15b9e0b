import { realpathSync } from 'node:fs';
import { argv, env, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { migrationSource } from './migrations.ts';

const waitMs = 120_000;

/**
 * Brings the database to this release's shape and answers the names of what was applied. Processes that start together
 * take turns; what a newer release has applied is left alone.
 */
export async function migrateToLatest(databaseUrl: string): Promise<readonly string[]> {
  return withMigrationTurn(databaseUrl, async (database) => {
    // Holding the turn, a lock of knex's own is one that a killed migration left behind.
    await database.migrate.forceFreeMigrationsLock();
    const [, applied]: [number, string[]] = await database.migrate.latest();
    return applied;
  });
}

/** Undoes everything, newest first. */
export async function migrateToNothing(databaseUrl: string): Promise<void> {
  await withMigrationTurn(databaseUrl, (database) => database.migrate.rollback(undefined, true));
}

async function withMigrationTurn<T>(databaseUrl: string, work: (database: Knex) => Promise<T>): Promise<T> {
  const turn = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000, lock_timeout: waitMs });
  await turn.connect();
  // A lost connection shows in the query that needs it.
  turn.on('error', () => undefined);
  try {
    await turn.query(`select pg_advisory_lock(hashtextextended('migrations', 0))`);
    const database = knex({
      client: 'pg',
      connection: { connectionString: databaseUrl, application_name: 'perennial-migrate' },
      pool: { min: 0, max: 2 },
      migrations: { migrationSource, tableName: 'migrations', disableMigrationsListValidation: true },
    });
    try {
      return await work(database);
    } finally {
      await database.destroy();
    }
  } finally {
    await turn.end();
  }
}

// Node names a module by its real path, the command line perhaps through a link.
if (argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(argv[1])).href) {
  const databaseUrl = argv[2] ?? env.DATABASE_URL;
  if (!databaseUrl) throw new Error('Name the database: as an argument or in DATABASE_URL.');
  const applied = await migrateToLatest(databaseUrl);
  stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n');
}
