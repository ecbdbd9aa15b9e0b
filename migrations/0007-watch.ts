import type { Knex } from 'knex';

/** When an authorization was last asked about at Amazon. Undone by `down`: every connection is checked anew. */
export const watch = {
  name: '0007-watch',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table grants add column checked_at timestamptz(3);
      create index grants_to_check on grants (coalesce(checked_at, authorized_at)) where sealed_refresh_token is not null;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop index grants_to_check; alter table grants drop column checked_at;');
  },
};
