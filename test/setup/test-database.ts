import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { templateName } from './template-database.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new migrated database, cloned in some milliseconds; drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const problem = inject('templateProblem');
  if (problem !== '') throw new Error(problem);
  return createDatabase(templateName);
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Six times cheaper than PostgreSQL's default, which also writes every page to its log.
  const copy = `create database ${name} template ${template} strategy file_copy`;
  await asAdministrator("set file_copy_method to 'clone'", copy);
  return { url: urlOf(name), drop: () => asAdministrator(`drop database if exists ${name} with (force)`) };
}

async function asAdministrator(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  return inject('postgresUrl').replace(/DATABASE$/, database);
}
