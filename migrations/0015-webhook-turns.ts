import type { Knex } from 'knex';

/**
 * What is delivered one after the other, the events of one store to one endpoint, in one column: with two of them and
 * old statistics PostgreSQL looks for the first of a store among all that wait. Undone by `down`, which loses nothing.
 */
export const webhookTurns = {
  name: '0015-webhook-turns',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table webhook_deliveries
        add column turn text generated always as (webhook_id::text || '/' || store_id::text) stored;
      drop index webhook_deliveries_turn;
      create index webhook_deliveries_turn on webhook_deliveries (turn, id) where status = 'pending';
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      drop index webhook_deliveries_turn;
      alter table webhook_deliveries drop column turn;
      create index webhook_deliveries_turn on webhook_deliveries (webhook_id, store_id, id) where status = 'pending';
    `);
  },
};
