import type { Knex } from 'knex';

/** The outbox. Undone by `down`, which drops both tables: messages not sent yet are lost. */
export const messages = {
  name: '0004-messages',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table messages (
        id uuid primary key,
        key text not null unique,
        kind text not null check (kind in ('renewal', 'connect_again')),
        -- never an e-mail address: the readers are looked up when it is sent
        content jsonb not null,
        link_store_id uuid not null references stores,
        sealed_link_token text,
        link_valid_until timestamptz(3) not null,
        queued_at timestamptz(3) not null default now(),
        sent_at timestamptz(3)
      );

      create table message_stores (
        message_id uuid not null references messages on delete cascade,
        store_id uuid not null references stores,
        primary key (message_id, store_id)
      );
      create index message_stores_store on message_stores (store_id);
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table message_stores; drop table messages;');
  },
};
