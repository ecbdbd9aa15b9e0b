import type { Knex } from 'knex';

/**
 * The timeline. Entries get their ids in the order in which they become visible, so that whoever has seen one has seen
 * all before it; every entry is announced on the channel `store_changes`. The lock that orders them costs nothing
 * more: PostgreSQL lets announcing transactions commit one by one anyway. It is held until the commit, hence the rule
 * that the timeline is written last. Undone by `down`, which drops the table and its functions.
 */
export const timeline = {
  name: '0003-timeline',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table timeline (
        id bigint generated always as identity primary key,
        -- no reference: a request that was refused has a timeline, too
        store_id uuid not null,
        key text not null,
        at timestamptz(3) not null,
        what text not null,
        text text not null,
        status text,
        reason jsonb,
        unique (store_id, key)
      );
      create index timeline_store on timeline (store_id, id);

      create function timeline_in_order() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('timeline', 0));
        return null;
      end $$;
      create trigger timeline_in_order before insert on timeline
        for each statement execute function timeline_in_order();

      create function timeline_announce() returns trigger language plpgsql as $$
      begin
        perform pg_notify('store_changes', new.id::text);
        return null;
      end $$;
      create trigger timeline_announce after insert on timeline
        for each row execute function timeline_announce();
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table timeline; drop function timeline_in_order(); drop function timeline_announce();');
  },
};
