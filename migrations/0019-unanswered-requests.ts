import type { Knex } from 'knex';

/** Finds requests that Temporal never accepted, to forget them after a day. Undone by `down`, which drops the index. */
export const unansweredRequests = {
  name: '0019-unanswered-requests',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create index store_requests_unanswered on store_requests (created_at)
        where accepted_at is null and recorded_at is null and refused is null;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop index store_requests_unanswered;');
  },
};
