import type { Knex } from 'knex';

/**
 * The parameters of a timeline entry, from which its sentence is rendered when it is read, in the language of the reader.
 * Rows without parameters keep their stored sentences. This release still writes the English `text`, because release
 * 0.2.0 reads nothing else, during a rolling deployment and after a rollback; a later release may stop writing it.
 * Undone by `down`: every reader sees the English text.
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
