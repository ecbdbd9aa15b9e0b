import type { Knex } from 'knex';

/**
 * Sessions as rows, and calendar links of people. Everybody signs in again: sessions in the table `session` are no longer
 * read, and a later release drops it. Undone by `down`: everybody signs in again, and calendar links of people end.
 */
export const sessions = {
  name: '0027-sessions',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table sessions (
        id uuid primary key,
        secret_hash text not null unique,
        signed_in_with text not null check (signed_in_with in ('admin_token', 'api_token', 'sign_in_link', 'oidc')),
        -- of a token: the admin token in force at the sign-in, and the API token, if it was one
        admin_fingerprint text,
        token_id uuid references api_tokens,
        -- of a person
        issuer text,
        subject text,
        -- those of an API token are read from it
        name text,
        role text check (role in ('viewer', 'operator', 'admin')),
        created_at timestamptz(3) not null,
        -- null when the identity provider did not say when the person signed in there
        authenticated_at timestamptz(3),
        last_used_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        client_address text not null,
        user_agent text not null,
        check ((admin_fingerprint is null) = (signed_in_with = 'oidc')),
        check ((issuer is null) = (admin_fingerprint is not null) and (subject is null) = (issuer is null)),
        check ((token_id is null) = (role is not null) and (name is null) = (role is null))
      );
      create index sessions_created on sessions (created_at, id);
      create index sessions_expires_at on sessions (expires_at);

      alter table calendar_links add column issuer text;
      alter table calendar_links add column subject text;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      delete from calendar_links where subject is not null;
      alter table calendar_links drop column subject;
      alter table calendar_links drop column issuer;
      drop table sessions;
    `);
  },
};
