import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';

const folder = new URL('../../migrations/', import.meta.url);
/** The extension differs between the sources and the build; the recorded name has none. */
const migrationFile = /^(\d{4}-[a-z0-9-]+)\.[jt]s$/;

/** The files of `migrations/`, in the order of their numbers. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(folder)).filter((file) => migrationFile.test(file)).toSorted(),
  getMigrationName: (file) => file.replace(migrationFile, '$1'),
  getMigration: async (file) => {
    const exports: object = await import(new URL(file, folder).href);
    const migration = Object.values(exports).find(isMigration);
    if (!migration) throw new Error(`migrations/${file} exports no object with the functions up and down.`);
    return migration;
  },
};

function isMigration(value: unknown): value is Knex.Migration {
  return typeof value === 'object' && value !== null && 'up' in value && 'down' in value;
}
