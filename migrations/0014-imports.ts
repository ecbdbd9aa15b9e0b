import type { Knex } from 'knex';

/** Imports and their rows. Undone by `down`: what was imported stays, rows that still wait are lost. */
export const imports = {
  name: '0014-imports',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table imports (
        id uuid primary key,
        idempotency_key text unique,
        fingerprint text not null,
        accepted_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create index imports_created on imports (created_at, id);

      create table import_rows (
        import_id uuid not null references imports on delete cascade,
        line integer not null,
        name text,
        -- the store it asks for; once settled, the one that it made or found
        store_id uuid,
        -- the settings, forgotten when the row is settled
        request jsonb,
        -- an authorization that the seller gave elsewhere; sealed, and destroyed when the row is settled
        sealed_refresh_token text,
        authorized_at timestamptz(3),
        outcome text not null check (outcome in ('waiting', 'created', 'already_there', 'refused')),
        problem jsonb,
        settled_at timestamptz(3),
        primary key (import_id, line),
        constraint import_rows_waiting_has_request check ((outcome = 'waiting') = (request is not null)),
        constraint import_rows_refused_has_problem check ((outcome = 'refused') = (problem is not null)),
        constraint import_rows_store check ((outcome = 'refused') = (store_id is null)),
        constraint import_rows_grant check ((sealed_refresh_token is null) = (authorized_at is null)),
        constraint import_rows_settled_has_no_secret check (outcome = 'waiting' or sealed_refresh_token is null),
        constraint import_rows_settled check ((outcome = 'waiting') = (settled_at is null))
      );
      create index import_rows_waiting on import_rows (import_id, line) where outcome = 'waiting';
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table import_rows; drop table imports;');
  },
};
