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

const all = await migrationSource.getMigrations([]);
const tables = () => query(`select tablename from pg_tables where schemaname = 'public'`);

describe('migrations', () => {
  it('are applied once by concurrent processes', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrateToLatest(empty.url)));
    expect(applied.flat()).toHaveLength(all.length);
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
    expect(await migrateToLatest(empty.url)).toHaveLength(all.length);
  });

  it('store every timestamp with its zone', async () => {
    const without = await query(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp without time zone'`);
    expect(without).toEqual([]);
  });
});
