import type { Knex } from 'knex';

/** When Amazon last gave no answer about an authorization: those come last. Undone by `down`, which forgets it. */
export const watchTurns = {
  name: '0016-watch-turns',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table grants add column unanswered_at timestamptz(3);');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table grants drop column unanswered_at;');
  },
};
