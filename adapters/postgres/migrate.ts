import { realpathSync } from 'node:fs';
import { argv, env, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { migrationVariables } from '../../config/kinds.ts';
import { databaseErrors } from '../../config/plaintext.ts';
import { ConfigError, type Environment, readSecretFiles, readVariables } from '../../config/variables.ts';
import { grantToRunningRole } from './grant-to-running-role.ts';
import { migrationSource } from './migrations.ts';

const lockTimeoutMs = 120_000;

/**
 * Applies the pending migrations of this release and returns their names. Concurrent processes wait for each other;
 * migrations of a newer release are left alone. `runningRole`: the role of API and worker, where it is not the owner.
 */
export async function migrateToLatest(databaseUrl: string, runningRole?: string): Promise<readonly string[]> {
  return withMigrationLock(databaseUrl, async (database) => {
    // While we hold our lock, knex's own can only be one that a killed process left behind.
    await database.migrate.forceFreeMigrationsLock();
    const [, applied]: [number, string[]] = await database.migrate.latest();
    if (runningRole !== undefined) await grantToRunningRole(database, runningRole);
    return applied;
  });
}

/**
 * As the owner that MIGRATION_DATABASE_URL names, if any, for the role of DATABASE_URL, whose password is not needed.
 * @throws {ConfigError}
 */
export async function migrateFromEnvironment(env: Environment): Promise<readonly string[]> {
  const settings = readVariables(migrationVariables, env);
  const { env: complete } = readSecretFiles(migrationVariables, env);
  const errors = [
    ...('errors' in settings ? settings.errors : []),
    ...Object.keys(migrationVariables).flatMap((name) => databaseErrors(complete, name)),
  ];
  if ('errors' in settings || errors.length > 0) throw new ConfigError(errors);
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl } = settings.values;
  const role = ownerUrl === undefined ? undefined : userOf(url);
  return migrateToLatest(ownerUrl ?? url, role === userOf(ownerUrl ?? url) ? undefined : role);
}

function userOf(databaseUrl: string): string | undefined {
  const { username, searchParams } = new URL(databaseUrl);
  return searchParams.get('user') || decodeURIComponent(username) || undefined;
}

/** Rolls back every migration, newest first. */
export async function migrateToNothing(databaseUrl: string): Promise<void> {
  await withMigrationLock(databaseUrl, (database) => database.migrate.rollback(undefined, true));
}

async function withMigrationLock<T>(databaseUrl: string, work: (database: Knex) => Promise<T>): Promise<T> {
  const lock = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5000,
    lock_timeout: lockTimeoutMs,
  });
  await lock.connect();
  // A lost connection fails the next query; without a listener it would end the process.
  lock.on('error', () => undefined);
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('migrations', 0))`);
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
    await lock.end();
  }
}

// `import.meta.url` is the real path; the command line may name a symbolic link.
if (argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(argv[1])).href) {
  const applied = await migrateFromEnvironment(argv[2] ? { DATABASE_URL: argv[2] } : env);
  stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n');
}
