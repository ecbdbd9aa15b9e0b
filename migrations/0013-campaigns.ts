import type { Knex } from 'knex';

/**
 * Campaigns: requests, whom they ask and when. Undone by `down`, which forgets them with their messages: whoever was
 * not asked yet is not asked.
 */
export const campaigns = {
  name: '0013-campaigns',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table campaigns (
        id uuid primary key,
        idempotency_key text unique,
        fingerprint text not null,
        name text not null,
        reason text not null,
        stores jsonb not null,
        over_days integer not null check (over_days between 0 and 60),
        starts_at timestamptz(3) not null,
        -- Temporal has it: from here on it is seen
        accepted_at timestamptz(3),
        -- whom it asks was fixed
        planned_at timestamptz(3),
        state text not null default 'scheduled'
          check (state in ('scheduled', 'running', 'paused', 'finished', 'cancelled')),
        next_message_at timestamptz(3),
        ended_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index campaigns_created on campaigns (created_at, id);

      create table campaign_authorizations (
        campaign_id uuid not null references campaigns on delete cascade,
        grant_id uuid not null references grants,
        -- kept when it is first seen: a later renewal is another matter
        consented_at timestamptz(3),
        primary key (campaign_id, grant_id)
      );

      create table campaign_stores (
        campaign_id uuid not null,
        grant_id uuid not null,
        store_id uuid not null references stores,
        primary key (campaign_id, store_id),
        foreign key (campaign_id, grant_id) references campaign_authorizations on delete cascade
      );
      create index campaign_stores_grant on campaign_stores (campaign_id, grant_id);

      create table campaign_asks (
        campaign_id uuid not null,
        grant_id uuid not null,
        ask text not null check (ask in ('first', 'reminder')),
        -- on the campaign's clock, which stands still while it is paused
        after_ms bigint not null,
        message_id uuid references messages on delete set null,
        -- its turn has passed, with a message or, when none was wanted any more, without
        done_at timestamptz(3),
        primary key (campaign_id, grant_id, ask),
        foreign key (campaign_id, grant_id) references campaign_authorizations on delete cascade
      );
      create index campaign_asks_open on campaign_asks (campaign_id, after_ms) where done_at is null;

      alter table messages add column failed_at timestamptz(3);
      alter table messages drop constraint messages_kind_check;
      alter table messages add constraint messages_kind_check
        check (kind in ('renewal', 'connect_again', 'connect_link', 'campaign'));
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      drop table campaign_asks; drop table campaign_stores; drop table campaign_authorizations; drop table campaigns;
      delete from messages where kind = 'campaign';
      alter table messages drop column failed_at;
      alter table messages drop constraint messages_kind_check;
      alter table messages add constraint messages_kind_check check (kind in ('renewal', 'connect_again', 'connect_link'));
    `);
  },
};
