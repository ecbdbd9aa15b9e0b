import { z } from 'zod';
import { ensureDatabase } from '../../dev/postgres/prepare-postgres.ts';

export const templateName = 'perennial_template';

const migrations = z.object({ migrateToLatest: z.custom<(databaseUrl: string) => Promise<unknown>>() });
const migratePath: string = '../../adapters/postgres/migrate.ts';

/** Migrates the database that each test file clones. */
export async function createTemplate(url: (database: string) => string): Promise<void> {
  await ensureDatabase(url('postgres'), templateName);
  const { migrateToLatest } = migrations.parse(await import(migratePath));
  await migrateToLatest(url(templateName));
}
