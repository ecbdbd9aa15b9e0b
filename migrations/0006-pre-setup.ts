import type { Knex } from 'knex';

/**
 * What a person has ticked of the tasks before the first store, and messages that carry a link on request. Undone by
 * `down`, which forgets the ticks; links that were asked for and not sent yet are lost.
 */
export const preSetup = {
  name: '0006-pre-setup',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table pre_setup_tasks (
        task text primary key,
        done_by text not null,
        done_at timestamptz(3) not null default now()
      );
      alter table messages drop constraint messages_kind_check;
      alter table messages add constraint messages_kind_check
        check (kind in ('renewal', 'connect_again', 'connect_link'));
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      drop table pre_setup_tasks;
      delete from messages where kind = 'connect_link';
      alter table messages drop constraint messages_kind_check;
      alter table messages add constraint messages_kind_check check (kind in ('renewal', 'connect_again'));
    `);
  },
};
