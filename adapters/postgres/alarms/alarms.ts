import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type Alarm, type AlarmKind, alarmKinds } from '../../../domain/alarms.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import { alarmText } from '../../../locales/alarm-text.ts';
import { type PageOrder, toPage } from '../db/paging.ts';
import { isoOrUndefined, isTimestamp, isUuid } from '../db/pg-values.ts';
import { queueWebhookEvent } from '../webhooks/queue-webhook-event.ts';
import type { AlarmNoticeRow, AlarmRow } from './rows.ts';

export interface RecordedAlarm extends Pick<Alarm, 'kind' | 'params'> {
  readonly id: string;
  readonly openedAt: string;
  readonly closedAt?: string;
}

/**
 * At most one alarm is open per kind and subject. `isNew`: this call opened it, or brought a further stage.
 * `notifyOperators`: whether to queue an e-mail to operators.
 */
export function openAlarm(
  database: Knex,
  { kind, subject = '', stage = '', params }: Alarm,
  notifyOperators: boolean,
): Promise<{ readonly isNew: boolean }> {
  return database.transaction(async (trx) => {
    // An open alarm keeps its params; only a further stage replaces them.
    const [changed] = await trx<AlarmRow>('alarms')
      .insert({ id: randomUUID(), kind, subject, stage, params })
      .onConflict(trx.raw('(kind, subject) where closed_at is null'))
      .merge({
        calm_times: 0,
        stage,
        params: trx.raw('case when alarms.stage = excluded.stage then alarms.params else excluded.params end'),
      })
      .whereRaw('alarms.calm_times > 0 or alarms.stage <> excluded.stage')
      .returning('*');
    return { isNew: changed !== undefined && (await addNotice(trx, changed, 'opened', notifyOperators)) };
  });
}

interface AlarmToClose {
  readonly kind: AlarmKind;
  readonly subject: string;
  /** It closes when this many calls in a row find no `openAlarm` between them. */
  readonly roundsToClose: number;
}

export function closeAlarm(
  database: Knex,
  { kind, subject, roundsToClose }: AlarmToClose,
  notifyOperators: boolean,
): Promise<'closed' | 'still_open' | 'not_open'> {
  return database.transaction(async (trx) => {
    const [alarm] = await openAlarms(trx, kind, subject)
      .update({
        calm_times: trx.raw('calm_times + 1'),
        closed_at: trx.raw('case when calm_times + 1 >= ? then now() end', [roundsToClose]),
      })
      .returning('*');
    if (!alarm) return 'not_open';
    if (!alarm.closed_at) return 'still_open';
    await addNotice(trx, alarm, 'closed', notifyOperators);
    return 'closed';
  });
}

export async function findOpenAlarm(
  database: Knex,
  kind: AlarmKind,
  subject: string,
): Promise<RecordedAlarm | undefined> {
  const row = await openAlarms(database, kind, subject).first();
  return row && toRecordedAlarm(row);
}

/** Open alarms first, then the newest. @throws {InvalidCursor} */
export function listAlarms(database: Knex, page: PageQuery): Promise<Page<RecordedAlarm>> {
  return toPage(database<AlarmRow>('alarms'), page, openThenNewest, (rows) => rows.map(toRecordedAlarm));
}

const openThenNewest: PageOrder<AlarmRow> = {
  name: 'alarms',
  orderBy: '(closed_at is null) desc, opened_at desc, id desc',
  after: '((closed_at is null), opened_at, id) < (?::boolean, ?::timestamptz, ?::uuid)',
  bindings({ value, id }) {
    const [state, openedAt = ''] = value.split(' ');
    return isTimestamp(openedAt) && isUuid(id) ? [String(state === 'open'), openedAt, id] : undefined;
  },
  positionOf: (row) => ({ value: `${row.closed_at ? 'closed' : 'open'} ${row.opened_at.toISOString()}`, id: row.id }),
};

/** Every kind, with 0 for those that are closed. */
export async function countOpenAlarms(database: Knex): Promise<ReadonlyMap<AlarmKind, number>> {
  const rows = await database('alarms')
    .whereNull('closed_at')
    .groupBy('kind')
    .select<{ kind: AlarmKind; count: number }[]>('kind', database.raw('count(*)::int as count'));
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  return new Map(alarmKinds.map((kind) => [kind, counts.get(kind) ?? 0]));
}

/** One per event and stage of an alarm; false when it is present. */
async function addNotice(
  trx: Knex.Transaction,
  row: AlarmRow,
  event: AlarmNoticeRow['event'],
  notifyOperators: boolean,
): Promise<boolean> {
  const { id, stage, params } = row;
  const dispatchedAt = notifyOperators ? null : new Date();
  const added = await trx<AlarmNoticeRow>('alarm_notices')
    .insert({ id: randomUUID(), alarm_id: id, event, stage, params, dispatched_at: dispatchedAt })
    .onConflict(['alarm_id', 'event', 'stage'])
    .ignore()
    .returning('id');
  if (added.length === 0) return false;
  await queueAlarmEvent(trx, row, event);
  if (notifyOperators) await trx.raw(`select pg_notify('alarm_notices', '')`);
  return true;
}

/** An alarm as `GET /v1/alarms` shows it. */
async function queueAlarmEvent(trx: Knex.Transaction, row: AlarmRow, event: AlarmNoticeRow['event']): Promise<void> {
  const { params, ...alarm } = toRecordedAlarm(row);
  await queueWebhookEvent(trx, {
    type: `alarm.${event}`,
    key: `alarm/${row.id}/${event}/${row.stage}`,
    at: alarm.closedAt ?? new Date().toISOString(),
    data: { ...alarm, text: alarmText({ kind: row.kind, params }, 'en') },
  });
}

function openAlarms(database: Knex, kind: AlarmKind, subject: string) {
  return database<AlarmRow>('alarms').where({ kind, subject }).whereNull('closed_at');
}

function toRecordedAlarm(row: AlarmRow): RecordedAlarm {
  return {
    id: row.id,
    kind: row.kind,
    params: row.params,
    openedAt: row.opened_at.toISOString(),
    closedAt: isoOrUndefined(row.closed_at),
  };
}
