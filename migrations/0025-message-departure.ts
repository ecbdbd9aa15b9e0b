import type { Knex } from 'knex';

/**
 * Messages that were not sent because nobody needed them when they were about to leave: as a whole, or for some of their
 * stores. Undone by `down`: such messages look unsent, and their workflows, which have ended, do not send them.
 */
export const messageDeparture = {
  name: '0025-message-departure',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table messages add column dropped_at timestamptz(3);
      alter table message_stores add column dropped_because text;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(
      'alter table messages drop column dropped_at; alter table message_stores drop column dropped_because;',
    );
  },
};
