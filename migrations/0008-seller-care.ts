import type { Knex } from 'knex';

/**
 * A second contact of a store, and what Amazon said last of a seller's marketplaces. Undone by `down`, which forgets both.
 */
export const sellerCare = {
  name: '0008-seller-care',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table stores add column second_email text;
      alter table stores add constraint stores_deleted_has_no_second_email
        check (status <> 'deleted' or second_email is null);

      -- beside the grants: it is known before the first consent of a seller is adopted
      create table seller_participations (
        selling_partner_id text not null,
        region text not null check (region in ('NA', 'EU')),
        participations jsonb not null,
        seen_at timestamptz(3) not null,
        primary key (selling_partner_id, region)
      );
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table seller_participations; alter table stores drop column second_email;');
  },
};
