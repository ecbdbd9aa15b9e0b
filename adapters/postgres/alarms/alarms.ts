import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { AlarmRecords } from '../../../activities/ports.ts';
import type { Alarm, AlarmKind } from '../../../domain/alarms.ts';
import type { AlarmNoticeRow, AlarmRow } from '../stores/rows.ts';

/** `isMailed`: whether anybody is to be told by mail. */
export function createAlarmRecords(database: Knex, isMailed: boolean): AlarmRecords {
  return {
    openAlarm: (alarm) => database.transaction((trx) => openAlarm(trx, alarm, isMailed)),

    closeAlarm: (kind, subject, calmTimes) =>
      database.transaction((trx) => closeAlarm(trx, { kind, subject, calmTimes }, isMailed)),

    async isAlarmOpen(kind, subject) {
      return (await openOnes(database, kind, subject).first('id')) !== undefined;
    },
  };
}

export async function openAlarm(trx: Knex.Transaction, alarm: Alarm, isMailed: boolean): Promise<{ isNews: boolean }> {
  const { kind, subject = '', stage = '', params = {} } = alarm;
  // An open alarm keeps its sentence; only a further stage replaces it.
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
  return { isNews: changed !== undefined && (await addNotice(trx, changed, 'opened', isMailed)) };
}

export async function closeAlarm(
  trx: Knex.Transaction,
  { kind, subject, calmTimes }: { readonly kind: AlarmKind; readonly subject: string; readonly calmTimes: number },
  isMailed: boolean,
): ReturnType<AlarmRecords['closeAlarm']> {
  const [alarm] = await openOnes(trx, kind, subject)
    .update({
      calm_times: trx.raw('calm_times + 1'),
      closed_at: trx.raw('case when calm_times + 1 >= ? then now() end', [calmTimes]),
    })
    .returning('*');
  if (!alarm) return 'not_open';
  if (!alarm.closed_at) return 'still_open';
  await addNotice(trx, alarm, 'closed', isMailed);
  return 'closed';
}

/** One per event and stage of an alarm; false when it was there before. */
async function addNotice(
  trx: Knex.Transaction,
  { id, stage, params }: AlarmRow,
  event: AlarmNoticeRow['event'],
  isMailed: boolean,
): Promise<boolean> {
  const added = await trx<AlarmNoticeRow>('alarm_notices')
    .insert({ id: randomUUID(), alarm_id: id, event, stage, params, dispatched_at: isMailed ? null : new Date() })
    .onConflict(['alarm_id', 'event', 'stage'])
    .ignore()
    .returning('id');
  return added.length > 0;
}

function openOnes(database: Knex, kind: AlarmKind, subject: string) {
  return database<AlarmRow>('alarms').where({ kind, subject }).whereNull('closed_at');
}
