import type { Knex } from 'knex';

/**
 * API tokens, and links to the calendar. Undone by `down`: every token, calendar link and sign-in link of a token stops
 * working; ADMIN_TOKEN does not.
 */
export const tokens = {
  name: '0012-tokens',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table api_tokens (
        id uuid primary key,
        token_hash text not null unique,
        name text not null,
        name_key text not null,
        role text not null check (role in ('viewer', 'operator', 'admin')),
        created_by text not null,
        created_at timestamptz(3) not null default now(),
        last_used_at timestamptz(3),
        expires_at timestamptz(3),
        revoked_at timestamptz(3)
      );
      create unique index api_tokens_name on api_tokens (name_key) where revoked_at is null;

      create table calendar_links (
        id uuid primary key,
        token_hash text not null unique,
        -- of whoever made it; none for the token of the installation
        token_id uuid references api_tokens,
        created_by text not null,
        created_at timestamptz(3) not null default now(),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      );

      alter table sign_in_codes add column token_id uuid references api_tokens;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      delete from sign_in_codes where token_id is not null;
      alter table sign_in_codes drop column token_id;
      drop table calendar_links;
      drop table api_tokens;
    `);
  },
};
