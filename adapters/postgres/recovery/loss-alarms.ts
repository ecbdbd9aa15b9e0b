/** Alarms about what was lost with the database. One per store; the first of a kind is mailed. */
import type { Knex } from 'knex';
import { closeAlarm, openAlarm } from '../alarms/alarms.ts';
import type { AlarmRow } from '../alarms/rows.ts';

type LossAlarm = 'authorization_lost' | 'store_settings_lost';

export async function openLossAlarm(
  trx: Knex.Transaction,
  kind: LossAlarm,
  { storeId, name }: { readonly storeId: string; readonly name: string },
  notifyOperators: boolean,
): Promise<void> {
  // A restored database loses many at once: one e-mail about it is enough.
  const isKnown = await trx<AlarmRow>('alarms').where({ kind }).whereNull('closed_at').first('id');
  const alarm = { kind, subject: storeId, params: { storeId, store: name } };
  await openAlarm(trx, alarm, notifyOperators && !isKnown);
}

export async function closeLossAlarm(
  trx: Knex.Transaction,
  kind: LossAlarm,
  storeId: string,
  notifyOperators: boolean,
): Promise<void> {
  await closeAlarm(trx, { kind, subject: storeId, roundsToClose: 1 }, notifyOperators);
}
