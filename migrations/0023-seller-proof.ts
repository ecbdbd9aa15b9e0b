import type { Knex } from 'knex';

/**
 * How it is known whose an authorization is; null in rows that are older than 0.3.0, until the next proof. Undone by
 * `down`, which forgets it.
 */
export const sellerProof = {
  name: '0023-seller-proof',

  async up(knex: Knex): Promise<void> {
    for (const table of ['consents', 'grants', 'stores'])
      await knex.raw(`alter table ${table} add column seller_proof text check (seller_proof in ('proven', 'claimed'))`);
  },

  async down(knex: Knex): Promise<void> {
    for (const table of ['consents', 'grants', 'stores'])
      await knex.raw(`alter table ${table} drop column seller_proof`);
  },
};
