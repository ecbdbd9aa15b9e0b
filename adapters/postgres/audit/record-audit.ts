import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import type { AuditIntent, AuditResult } from '../../../domain/audit.ts';
import { isUuid } from '../db/pg-values.ts';
import type { AuditIntentRow, AuditRow } from './rows.ts';

/** Written before the change is made, so that no accepted change is without a row. */
export async function insertIntent(database: Knex, intent: AuditIntent): Promise<void> {
  await database<AuditIntentRow>('audit_intents').insert(toIntentRow(intent));
}

/** Nothing was changed. */
export async function discardIntent(database: Knex, id: string): Promise<void> {
  await database<AuditIntentRow>('audit_intents').where({ id }).delete();
}

/** The intent becomes a row of the log, once. One statement: the chain is locked for that and its commit only. */
export async function settleIntent(
  database: Knex,
  id: string,
  { outcome, targetId, changes }: AuditResult,
): Promise<void> {
  await database.raw(
    `with intent as (delete from audit_intents where id = ? returning *)
     insert into audit_log (id, at, actor_kind, actor, address, request_id, action, target_kind, target_id, outcome, changes)
     select id, at, actor_kind, actor, address, request_id, action, target_kind, coalesce(target_id, ?), ?, ?::jsonb
     from intent`,
    [id, targetId ?? null, outcome, changes && Object.keys(changes).length > 0 ? JSON.stringify(changes) : null],
  );
}

/** `omitted`: similar refusals before this one that were too many to be recorded. */
export async function recordRefusal(database: Knex, refusal: Omit<AuditIntent, 'id'>, omitted: number): Promise<void> {
  await database<AuditRow>('audit_log').insert({
    ...toIntentRow({ ...refusal, id: randomUUID() }),
    outcome: 'refused',
    omitted: omitted > 0 ? omitted : null,
  });
}

const abandonedAfter = '5 minutes';

/** Intents whose process died before it knew the outcome. */
export async function settleAbandonedIntents(database: Knex): Promise<void> {
  await database.raw(
    `with intent as (
       delete from audit_intents where id in (
         -- One that is being settled has an outcome.
         select id from audit_intents where at < now() - ?::interval for update skip locked)
       returning *)
     insert into audit_log (id, at, actor_kind, actor, address, request_id, action, target_kind, target_id, outcome)
     select id, at, actor_kind, actor, address, request_id, action, target_kind, target_id, 'uncertain'
     from intent`,
    [abandonedAfter],
  );
}

/** The actor of a change that is under way or was made; undefined for an id that is not known any more. */
export async function findAuditActor(database: Knex, auditId: string): Promise<ActorName | undefined> {
  if (!isUuid(auditId)) return undefined;
  const id = { id: auditId };
  const row =
    (await database<AuditIntentRow>('audit_intents').where(id).first('actor_kind', 'actor')) ??
    (await database<AuditRow>('audit_log').where(id).first('actor_kind', 'actor'));
  return row?.actor_kind && row.actor !== null ? { kind: row.actor_kind, name: row.actor } : undefined;
}

function toIntentRow({ id, actor, address, requestId, action, target }: AuditIntent): AuditIntentRow {
  return {
    id,
    at: new Date(),
    actor_kind: actor?.kind ?? null,
    actor: actor?.name ?? null,
    address,
    request_id: requestId,
    action,
    target_kind: target?.kind ?? null,
    target_id: target?.id ?? null,
  };
}
