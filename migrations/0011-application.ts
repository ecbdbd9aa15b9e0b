import type { Knex } from 'knex';

/**
 * Alarms for operators with what they were told of them, and the client secrets of our application. Undone by `down`,
 * which forgets all of it: afterwards the secret is again that of the environment.
 */
export const application = {
  name: '0011-application',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table alarms (
        id uuid primary key,
        kind text not null,
        -- '' where only one of a kind can be open
        subject text not null,
        stage text not null,
        params jsonb not null,
        -- how often in a row the cause was looked for and not seen
        calm_times int not null default 0,
        opened_at timestamptz(3) not null default now(),
        closed_at timestamptz(3)
      );
      create unique index alarms_open on alarms (kind, subject) where closed_at is null;
      create index alarms_listed on alarms ((closed_at is null), opened_at, id);

      create table alarm_notices (
        id uuid primary key,
        alarm_id uuid not null references alarms on delete cascade,
        event text not null check (event in ('opened', 'closed')),
        stage text not null,
        params jsonb not null,
        queued_at timestamptz(3) not null default now(),
        dispatched_at timestamptz(3),
        sent_at timestamptz(3),
        unique (alarm_id, event, stage)
      );
      create index alarm_notices_to_dispatch on alarm_notices (queued_at) where dispatched_at is null;

      create table application_secrets (
        id uuid primary key,
        client_id text not null,
        -- a keyed hash, by which a secret is known again
        fingerprint text not null,
        -- null once destroyed
        sealed_secret text,
        source text not null check (source in ('environment', 'api')),
        verified boolean not null default false,
        issued_at timestamptz(3) not null,
        added_at timestamptz(3) not null default now(),
        replaced_at timestamptz(3),
        unique (client_id, fingerprint)
      );
      create unique index application_secrets_in_force on application_secrets (client_id) where replaced_at is null;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table application_secrets; drop table alarm_notices; drop table alarms;');
  },
};
