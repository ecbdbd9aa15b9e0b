import type { Knex } from 'knex';

/**
 * When a connect link was ended before its time. Undone by `down`: ended links work again until they expire, so delete
 * them first (`delete from connect_links where ended_at is not null`).
 */
export const endedLinks = {
  name: '0024-ended-links',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table connect_links add column ended_at timestamptz(3)');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table connect_links drop column ended_at');
  },
};
