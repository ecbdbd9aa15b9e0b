import type { Knex } from 'knex';

/**
 * When Amazon last said whose a token is, and which other seller it named. Undone by `down`: every token is proven again
 * with its next check.
 */
export const sellerReproof = {
  name: '0029-seller-reproof',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table grants add column proved_at timestamptz(3), add column other_seller_id text');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table grants drop column proved_at, drop column other_seller_id');
  },
};
