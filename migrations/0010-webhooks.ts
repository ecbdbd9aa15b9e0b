import type { Knex } from 'knex';

/**
 * Endpoints, what they are told, and one delivery per endpoint and event. The channel `webhooks` wakes whoever
 * delivers. Undone by `down`, which drops the three tables: what was not delivered yet is lost.
 */
export const webhooks = {
  name: '0010-webhooks',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table webhooks (
        id uuid primary key,
        url text not null,
        -- null: all
        types text[],
        description text,
        enabled boolean not null default true,
        disabled_reason text check (disabled_reason in ('by_admin', 'gone', 'failing')),
        sealed_secret text not null,
        -- signs beside the new one until then
        sealed_previous_secret text,
        previous_secret_until timestamptz(3),
        -- null while attempts succeed
        failing_since timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint webhooks_disabled_for_a_reason check (enabled = (disabled_reason is null)),
        constraint webhooks_previous_secret_ends check ((sealed_previous_secret is null) = (previous_secret_until is null))
      );

      create table webhook_events (
        -- the header webhook-id
        id text primary key,
        key text not null unique,
        type text not null,
        store_id uuid,
        -- sent byte for byte; never an e-mail address
        body text not null,
        created_at timestamptz(3) not null default now()
      );

      create table webhook_deliveries (
        -- per store in the order of the events: both are written while the store is locked
        id bigint generated always as identity primary key,
        webhook_id uuid not null references webhooks on delete cascade,
        event_id text not null references webhook_events,
        store_id uuid,
        status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
        attempts jsonb not null default '[]',
        -- attempts of this round, and its first; a replay begins another
        tries integer not null default 0,
        tried_since timestamptz(3),
        next_attempt_at timestamptz(3) not null default now(),
        queued_at timestamptz(3) not null default now(),
        settled_at timestamptz(3),
        constraint webhook_deliveries_settled check ((status = 'pending') = (settled_at is null)),
        unique (event_id, webhook_id)
      );
      create index webhook_deliveries_log on webhook_deliveries (webhook_id, id);
      create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_attempt_at, id)
        where status = 'pending';
      create index webhook_deliveries_turn on webhook_deliveries (webhook_id, store_id, id) where status = 'pending';
      create index webhook_deliveries_settled_at on webhook_deliveries (settled_at) where status <> 'pending';
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table webhook_deliveries; drop table webhook_events; drop table webhooks;');
  },
};
