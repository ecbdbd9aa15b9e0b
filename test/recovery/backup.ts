import type { Knex } from 'knex';

/** Copies every table of the database into a schema of its own: a backup that can be restored while others are connected. */
export async function backUp(database: Knex): Promise<void> {
  await database.raw('drop schema if exists backup cascade; create schema backup;');
  for (const table of await tablesOf(database))
    await database.raw(`create table backup.${table} as table public.${table}`);
}

/** As a restored dump: rows that are newer are gone, and changes are undone. */
export function setBack(database: Knex): Promise<void> {
  return database.transaction(async (trx) => {
    const tables = await tablesOf(trx);
    await trx.raw('set local session_replication_role = replica');
    await trx.raw(`truncate ${tables.map((table) => `public.${table}`).join(', ')}`);
    for (const table of tables) {
      const columns = (await columnsOf(trx, table)).map((column) => `"${column}"`).join(', ');
      await trx.raw(
        `insert into public.${table} (${columns}) overriding system value select ${columns} from backup.${table}`,
      );
    }
  });
}

/** Without those that the database computes. */
async function columnsOf(database: Knex, table: string): Promise<readonly string[]> {
  const names = { table_schema: 'public', table_name: table, is_generated: 'NEVER' };
  return database('information_schema.columns').where(names).pluck('column_name');
}

async function tablesOf(database: Knex): Promise<readonly string[]> {
  return database('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename');
}
