import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../../adapters/postgres/db/database.ts';
import { createRepositories } from '../../../adapters/postgres/index.ts';
import { migrateFromEnvironment } from '../../../adapters/postgres/migrate.ts';
import { createSecretVault } from '../../../adapters/secrets/secret-vault.ts';
import { addStore, changeOf, connectStore, publicUrl } from './store-harness.ts';

const suffix = randomBytes(4).toString('hex');
const names = { owner: `perennial_owner_${suffix}`, app: `perennial_app_${suffix}`, database: `perennial_${suffix}` };
const administratorUrl = inject('postgresUrl').replace(/DATABASE$/, 'postgres');

let administrator: Knex;
let asOwner: Knex;
let asApp: Knex;

function urlOf(role: string, password: string): string {
  const url = new URL(inject('postgresUrl').replace(/DATABASE$/, names.database));
  return Object.assign(url, { username: role, password }).href;
}

/** The statements of the documentation, with names that no other test uses. */
function documentedStatements(): readonly string[] {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const [, block = ''] = /```sql\n([^`]+)```/.exec(page) ?? [];
  return block
    .replaceAll(/\bperennial_(owner|app)\b/g, (_name, role: 'owner' | 'app') => names[role])
    .replaceAll(/\bdatabase perennial\b/g, `database ${names.database}`)
    .split(';')
    .filter((statement) => statement.trim() !== '');
}

beforeAll(async () => {
  administrator = openDatabase(administratorUrl);
  for (const statement of documentedStatements()) await administrator.raw(statement);
  const ownerUrl = urlOf(names.owner, 'owner-password');
  // Twice: a later release grants again.
  for (const password of ['', ''])
    await migrateFromEnvironment({ DATABASE_URL: urlOf(names.app, password), MIGRATION_DATABASE_URL: ownerUrl });
  asOwner = openDatabase(ownerUrl);
  asApp = openDatabase(urlOf(names.app, 'app-password'));
});
afterAll(async () => {
  await asOwner?.destroy();
  await asApp?.destroy();
  await administrator.raw(`drop database if exists ${names.database} with (force)`);
  for (const role of [names.owner, names.app]) await administrator.raw(`drop role if exists ${role}`);
  await administrator.destroy();
});

const vault = createSecretVault([{ kid: 'test', key: new Uint8Array(randomBytes(32)) }]);

describe('the role of the running processes', () => {
  it('can do their work', async () => {
    const repositories = createRepositories(asApp, vault, { publicUrl, operatorEmail: 'ops@example.com' });
    const harness = { ...repositories, url: '', database: asApp, vault, keys: [], close: async () => undefined };
    const storeId = await addStore(harness);
    await connectStore(harness, storeId, 'A1B2C3D4E5');
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
    expect((await asApp('timeline').where({ store_id: storeId })).length).toBeGreaterThan(0);
    await repositories.signingKeys.loadSigningKey();
    await asApp.raw('insert into session (sid, sess, expire) values (?, ?, now())', ['s', '{}']);
    await asApp('session').delete();
  });

  it.each([
    'alter table stores add column x int',
    'drop table stores',
    'truncate timeline',
    'create table mine (id int)',
    'create schema mine',
    'delete from timeline',
    "update timeline set text = ''",
    'alter table timeline disable trigger all',
    'delete from migrations',
    "insert into migrations (name, batch) values ('9999-later', 9)",
    `set role ${names.owner}`,
  ])('is refused `%s`', async (statement) => {
    await expect(asApp.raw(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot migrate', async () => {
    await asOwner.raw('delete from migrations where name = (select max(name) from migrations)');
    const url = urlOf(names.app, 'app-password');
    await expect(migrateFromEnvironment({ DATABASE_URL: url })).rejects.toMatchObject({ code: '42501' });
  });
});

it('migrates without TLS in no public network', async () => {
  const MIGRATION_DATABASE_URL = 'postgres://owner:hunter2@db.example.com/perennial';
  await expect(migrateFromEnvironment({ DATABASE_URL: administratorUrl, MIGRATION_DATABASE_URL })).rejects.toThrow(
    'MIGRATION_DATABASE_URL was read without sslmode',
  );
});
