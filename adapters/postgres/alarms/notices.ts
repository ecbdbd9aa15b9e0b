import type { Knex } from 'knex';
import type { OperatorNotice } from '../../../activities/ports.ts';
import { isoOrUndefined } from '../db/pg-values.ts';
import type { AlarmNoticeRow, AlarmRow } from './rows.ts';

/** Ids of notices whose delivery was not started: just queued, or left behind by a worker that died. */
export async function listNoticesToDispatch(database: Knex): Promise<readonly string[]> {
  return notices(database).whereNull('dispatched_at').orderBy('queued_at').limit(20).pluck('id');
}

export async function markNoticeDispatched(database: Knex, messageId: string): Promise<void> {
  await notices(database).where({ id: messageId }).whereNull('dispatched_at').update({ dispatched_at: new Date() });
}

type NoticeWithAlarm = Pick<AlarmNoticeRow, 'event' | 'params'> & Pick<AlarmRow, 'kind' | 'opened_at' | 'closed_at'>;

/** Undefined when it was sent, or when no operator is configured. `operatorEmail` is not stored. */
export async function loadNotice(
  database: Knex,
  operatorEmail: string | undefined,
  messageId: string,
): Promise<OperatorNotice | undefined> {
  const row = await database('alarm_notices as n')
    .join('alarms as a', 'a.id', 'n.alarm_id')
    .where('n.id', messageId)
    .whereNull('n.sent_at')
    .first<NoticeWithAlarm | undefined>('n.event', 'n.params', 'a.kind', 'a.opened_at', 'a.closed_at');
  if (!row || operatorEmail === undefined) return undefined;
  return {
    messageId,
    to: [operatorEmail],
    event: row.event,
    alarm: { kind: row.kind, params: row.params },
    openedAt: row.opened_at.toISOString(),
    closedAt: isoOrUndefined(row.closed_at),
  };
}

export async function markNoticeSent(database: Knex, messageId: string): Promise<void> {
  await notices(database).where({ id: messageId }).whereNull('sent_at').update({ sent_at: new Date() });
}

function notices(database: Knex) {
  return database<AlarmNoticeRow>('alarm_notices');
}
