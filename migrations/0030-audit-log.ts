import type { Knex } from 'knex';

/**
 * The audit log, and who caused an entry of the timeline. Each row of the log contains the hash of the row before it;
 * `audit_head` holds both ends of the chain. The lock on its only row orders the writers, each for one statement and its
 * commit. An intent is written before a change is made and becomes a row with the outcome: a process that dies between
 * the two leaves the intent. Undone by `down`, which drops the log and forgets who caused the entries of the timeline.
 */
export const auditLog = {
  name: '0030-audit-log',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table audit_intents (
        id uuid primary key,
        at timestamptz(3) not null,
        actor_kind text,
        actor text,
        address text not null,
        request_id text not null,
        action text not null,
        target_kind text,
        target_id text
      );

      create table audit_log (
        seq bigint primary key,
        id uuid not null unique,
        at timestamptz(3) not null,
        -- none for a caller that could not be authenticated
        actor_kind text,
        actor text,
        address text not null,
        request_id text not null,
        action text not null,
        target_kind text,
        target_id text,
        outcome text not null check (outcome in ('done', 'uncertain', 'refused')),
        changes jsonb,
        -- refusals since the last recorded one that were too many to be recorded
        omitted integer,
        previous_hash bytea not null,
        hash bytea not null
      );
      create index audit_log_at on audit_log (at);
      create index audit_log_actor on audit_log (actor, seq);
      create index audit_log_action on audit_log (action, seq);

      create table audit_head (
        only_row boolean primary key default true check (only_row),
        last_seq bigint not null default 0,
        last_hash bytea not null default '\\x',
        -- the last row that was deleted because of its age
        pruned_seq bigint not null default 0,
        pruned_hash bytea not null default '\\x'
      );
      insert into audit_head default values;

      create function audit_log_chain() returns trigger language plpgsql as $$
      begin
        -- Waits for the writer before it, and then sees what it has written.
        update audit_head set last_seq = last_seq + 1 returning last_seq, last_hash into new.seq, new.previous_hash;
        new.hash := sha256(new.previous_hash || convert_to(jsonb_build_array(
          new.seq, new.id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new.actor_kind, new.actor,
          new.address, new.request_id, new.action, new.target_kind, new.target_id, new.outcome, new.changes, new.omitted
        )::text, 'UTF8'));
        update audit_head set last_hash = new.hash;
        return new;
      end $$;
      create trigger audit_log_chain before insert on audit_log for each row execute function audit_log_chain();

      create function audit_log_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.at < now() - interval '400 days' then return old; end if;
        end if;
        raise exception 'The audit log is append-only: rows are kept for 400 days and never changed.';
      end $$;
      create trigger audit_log_append_only before update or delete on audit_log
        for each row execute function audit_log_append_only();
      create trigger audit_log_no_truncate before truncate on audit_log
        for each statement execute function audit_log_append_only();

      alter table timeline add column actor_kind text, add column actor text;
      alter table imports add column requested_by jsonb;
      alter table store_requests add column requested_by jsonb;
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table store_requests drop column requested_by;
      alter table imports drop column requested_by;
      alter table timeline drop column actor_kind, drop column actor;
      drop table audit_log, audit_intents, audit_head;
      drop function audit_log_chain(), audit_log_append_only();
    `);
  },
};
