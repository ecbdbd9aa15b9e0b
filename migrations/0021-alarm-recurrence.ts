import type { Knex } from 'knex';

/** When the cause of an alarm last occurred, for alarms that close after a quiet time. Undone by `down`: without loss. */
export const alarmRecurrence = {
  name: '0021-alarm-recurrence',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table alarms add column last_occurred_at timestamptz(3)');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table alarms drop column last_occurred_at');
  },
};
