import pg from 'pg';

/**
 * Lets a database accept writes, or none, for every connection from now on. The next query of a pool may still fail,
 * which is how it notices that its connections have ended.
 */
export async function setReadOnly(databaseUrl: string, isReadOnly: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl, options: '-c default_transaction_read_only=off' });
  await admin.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  await admin.query(`alter database ${name} set default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`);
  // Only a new connection reads the setting. With a time, the call waits until the old ones are gone.
  await admin.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );
  await admin.end();
}
