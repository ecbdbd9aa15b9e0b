import type { Knex } from 'knex';
import { openDatabase, pingDatabase } from '../../adapters/postgres/db/database.ts';

/** Opens the database for one command. @throws {Error} that names its host when it does not answer. */
export async function withRunningDatabase<T>(
  databaseUrl: string,
  applicationName: string,
  work: (database: Knex) => Promise<T>,
): Promise<T> {
  const database = openDatabase(databaseUrl, { poolMax: 2, applicationName });
  try {
    await pingDatabase(database).catch(() => {
      const { host } = new URL(databaseUrl);
      throw new Error(`PostgreSQL at ${host} does not answer. Start it, or npm start, and try again.`);
    });
    return await work(database);
  } finally {
    await database.destroy();
  }
}
