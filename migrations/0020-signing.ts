import type { Knex } from 'knex';

/**
 * The key that signs cookies, and which ADMIN_TOKEN made a sign-in link or calendar link. Links from before are bound to
 * the admin token in force when the API of this release first starts. Undone by `down`: every browser signs in again, and
 * links no longer end with the admin token that made them.
 */
export const signing = {
  name: '0020-signing',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      -- One row. Sealed, and independent of ENCRYPTION_KEYS: a rotation ends no session.
      create table signing_keys (
        name text primary key,
        sealed_key text not null,
        created_at timestamptz(3) not null default now()
      );
      alter table sign_in_codes add column admin_fingerprint text;
      alter table calendar_links add column admin_fingerprint text;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table calendar_links drop column admin_fingerprint;
      alter table sign_in_codes drop column admin_fingerprint;
      drop table signing_keys;
    `);
  },
};
