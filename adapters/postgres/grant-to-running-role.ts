import type { Knex } from 'knex';

/** Entries that say what happened: a running process adds them, and changes or removes none. */
const appendOnlyTables = ['timeline'];
/** Which migrations were applied is for the owner to say. */
const readOnlyTables = ['migrations', 'migrations_lock'];

/**
 * Gives the role of the running processes what they need, and nothing else: they own no table, and so alter and drop
 * none. Repeated after every migration, for the tables that it added.
 */
export async function grantToRunningRole(database: Knex, role: string): Promise<void> {
  const tables = await database<{ tablename: string }>('pg_tables').whereRaw('schemaname = current_schema()');
  await database.transaction(async (trx) => {
    await trx.raw('grant usage on schema public to ??', [role]);
    for (const { tablename } of tables) {
      await trx.raw('revoke all on table ?? from ??', [tablename, role]);
      await trx.raw(`grant ${privilegesOn(tablename)} on table ?? to ??`, [tablename, role]);
    }
  });
}

function privilegesOn(table: string): string {
  if (readOnlyTables.includes(table)) return 'select';
  if (table === 'audit_log') return 'select, insert, delete';
  return appendOnlyTables.includes(table) ? 'select, insert' : 'select, insert, update, delete';
}
