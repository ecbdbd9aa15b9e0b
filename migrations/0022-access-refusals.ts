import type { Knex } from 'knex';

/**
 * Since when Amazon refuses access with an authorization that is in force. Undone by `down`, which forgets it: a refusal
 * that lasts is then counted from the next check.
 */
export const accessRefusals = {
  name: '0022-access-refusals',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table grants add column refused_since timestamptz(3);');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table grants drop column refused_since;');
  },
};
