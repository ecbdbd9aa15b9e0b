import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateToLatest, migrateToNothing } from '../../../adapters/postgres/migrate.ts';
import { migrationSource } from '../../../adapters/postgres/migrations.ts';
import { createEmptyDatabase, type TestDatabase } from '../../setup/test-database.ts';

let empty: TestDatabase;
beforeAll(async () => {
  empty = await createEmptyDatabase();
});
afterAll(() => empty.drop());

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: empty.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const files = await migrationSource.getMigrations([]);
const names = files.map((file) => migrationSource.getMigrationName(file));
const tables = () => query(`select tablename from pg_tables where schemaname = 'public'`);

/** Databases have recorded these names: to rename one is to apply it twice. */
const released = [
  '0001-stores',
  '0002-consents',
  '0003-timeline',
  '0004-messages',
  '0005-sign-in',
  '0006-pre-setup',
  '0007-watch',
  '0008-seller-care',
  '0009-timeline-languages',
  '0010-webhooks',
  '0011-application',
  '0012-tokens',
  '0013-campaigns',
  '0014-imports',
  '0015-webhook-turns',
  '0016-watch-turns',
];

describe('migrations', () => {
  it('keep the names under which they were released', () => {
    expect(names.slice(0, released.length)).toEqual(released);
  });

  it('are every file of the folder, numbered without gaps', async () => {
    expect(files).toEqual((await readdir(new URL('../../../migrations/', import.meta.url))).toSorted());
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  });

  it('are applied once by concurrent processes', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrateToLatest(empty.url)));
    expect(applied.flat()).toEqual(names);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrateToLatest(empty.url)).toEqual([]);
  });

  it('ignore the lock of a migration that was killed', async () => {
    await query('update migrations_lock set is_locked = 1');
    expect(await migrateToLatest(empty.url)).toEqual([]);
  });

  it('leave the migrations of a newer release alone', async () => {
    await query(`insert into migrations (name, batch, migration_time) values ('9999-newer', 9, now())`);
    expect(await migrateToLatest(empty.url)).toEqual([]);
    await query(`delete from migrations where name = '9999-newer'`);
  });

  it('can be undone and applied again', async () => {
    await migrateToNothing(empty.url);
    expect(await tables()).toHaveLength(2);
    expect(await query(`select proname from pg_proc where proname like 'timeline%'`)).toEqual([]);
    expect(await migrateToLatest(empty.url)).toHaveLength(names.length);
  });

  it('store every timestamp with its zone', async () => {
    const without = await query(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp without time zone'`);
    expect(without).toEqual([]);
  });
});
