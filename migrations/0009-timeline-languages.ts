import type { Knex } from 'knex';

/** A timeline entry in the languages beside English: `{"nl": …}`. Undone by `down`: every reader sees English. */
export const timelineLanguages = {
  name: '0009-timeline-languages',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table timeline add column translations jsonb');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table timeline drop column translations');
  },
};
