import type { Knex } from 'knex';

/** Connect links and consents. Undone by `down`, which drops both tables and all they hold. */
export const consents = {
  name: '0002-consents',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table connect_links (
        id uuid primary key,
        token_hash text not null unique,
        store_id uuid not null references stores,
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now()
      );
      create index connect_links_store on connect_links (store_id);

      create table consents (
        id uuid primary key,
        state_hash text not null unique,
        browser_hash text not null,
        store_id uuid not null references stores,
        link_id uuid references connect_links on delete set null,
        redirect_uri text not null,
        expires_at timestamptz(3) not null,
        received_at timestamptz(3),
        code_hash text,
        selling_partner_id text,
        sealed_code text,
        sealed_refresh_token text,
        delivered_at timestamptz(3),
        adopted_at timestamptz(3),
        -- "connected" or a reason
        outcome jsonb,
        created_at timestamptz(3) not null default now(),
        constraint consents_received_as_a_whole
          check ((received_at is null) = (code_hash is null) and (received_at is null) = (selling_partner_id is null)),
        constraint consents_secret_only_when_received
          check (received_at is not null or (sealed_code is null and sealed_refresh_token is null))
      );
      create index consents_store on consents (store_id);
      create index consents_link on consents (link_id);
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table consents; drop table connect_links;');
  },
};
