import type { Knex } from 'knex';

/** For the watch that delivers consents whose signal was lost, every ten seconds. Undone by `down`: it reads them all. */
export const undeliveredConsents = {
  name: '0031-undelivered-consents',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create index consents_undelivered on consents (received_at)
      where delivered_at is null and outcome is null and sealed_code is not null
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop index consents_undelivered');
  },
};
