import type { Knex } from 'knex';
import type { Alarm, AlarmKind } from '../../../domain/alarms.ts';
import { closeAlarm, openAlarm } from './alarms.ts';
import type { AlarmRow } from './rows.ts';

/** Opens the alarm, or records that its cause occurred again. True when it is new. */
export function reportOccurrence(database: Knex, alarm: Alarm, notifyOperators: boolean): Promise<boolean> {
  return database.transaction(async (trx) => {
    const { isNew } = await openAlarm(trx, alarm, notifyOperators);
    await openAlarmOf(trx, alarm.kind).update({ last_occurred_at: trx.fn.now() });
    return isNew;
  });
}

/** Closes the alarm when its cause has not occurred for `quietMs`. True when this call closed it. */
export function closeIfQuiet(
  database: Knex,
  kind: AlarmKind,
  quietMs: number,
  notifyOperators: boolean,
): Promise<boolean> {
  return database.transaction(async (trx) => {
    const quiet = await openAlarmOf(trx, kind)
      .whereRaw('coalesce(last_occurred_at, opened_at) <= now() - make_interval(secs => ?)', [quietMs / 1000])
      .forUpdate()
      .first('id');
    if (!quiet) return false;
    return (await closeAlarm(trx, { kind, subject: '', roundsToClose: 1 }, notifyOperators)) === 'closed';
  });
}

function openAlarmOf(database: Knex, kind: AlarmKind) {
  return database<AlarmRow>('alarms').where({ kind, subject: '' }).whereNull('closed_at');
}
