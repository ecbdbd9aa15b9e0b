import type { Knex } from 'knex';

/**
 * What a consent has replaced, so that it can be undone, and the name of the account at Amazon. Undone by
 * `down`: consents that were just given can no longer be undone, and the replaced tokens are destroyed at once.
 */
export const undo = {
  name: '0028-undo',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table consents add column account_name text;
      create table replaced_authorizations (
        consent_id uuid primary key references consents (id),
        store_id uuid not null references stores (id),
        grant_id uuid not null references grants (id),
        authorized_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        store_seller_id text,
        was_attached boolean not null,
        sealed_refresh_token text,
        former_authorized_at timestamptz(3),
        former_expires_at timestamptz(3),
        former_seller_proof text,
        replaced_at timestamptz(3) not null default now(),
        undo_until timestamptz(3) not null,
        requested_at timestamptz(3),
        delivered_at timestamptz(3),
        settled_at timestamptz(3),
        outcome text check (outcome in ('undone', 'too_late'))
      );
      create index on replaced_authorizations (grant_id);
      create index on replaced_authorizations (store_id);
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table replaced_authorizations; alter table consents drop column account_name;');
  },
};
