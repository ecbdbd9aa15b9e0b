import type { Knex } from 'knex';

/**
 * What the sentence of a timeline entry is rendered from when it is read, in the reader's language. Rows without it
 * keep their stored sentences. Undone by `down`: every reader sees the English text, which is still written.
 */
export const timelineParams = {
  name: '0017-timeline-params',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table timeline add column params jsonb');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table timeline drop column params');
  },
};
