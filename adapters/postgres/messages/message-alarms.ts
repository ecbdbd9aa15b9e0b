import type { Knex } from 'knex';
import type { AlarmParams } from '../../../domain/alarms.ts';
import { closeAlarm, openAlarm } from '../alarms/alarms.ts';
import type { AlarmRow } from '../alarms/rows.ts';
import type { StoreRow } from '../stores/store.ts';

type Undeliverable = AlarmParams['message_undeliverable'];
export type Contact = Undeliverable['contact'];

/** One alarm per store and contact. The address itself is not in it. */
export async function openMessageAlarm(
  trx: Knex.Transaction,
  { id, name }: Pick<StoreRow, 'id' | 'name'>,
  { contact, cause }: Pick<Undeliverable, 'contact' | 'cause'>,
  notifyOperators: boolean,
): Promise<void> {
  const params = { storeId: id, store: name, contact, cause };
  const alarm = { kind: 'message_undeliverable', subject: subjectOf(id, contact), params } as const;
  // A mail server that is down for days gives up many messages: one e-mail about it is enough.
  const isKnown =
    cause === 'unanswered' && (await openAlarms(trx).whereRaw(`params->>'cause' = ?`, [cause]).first('id'));
  await openAlarm(trx, alarm, notifyOperators && !isKnown);
}

/** An e-mail reached the contact, its address was changed, or the store was deleted. */
export async function closeMessageAlarm(
  trx: Knex.Transaction,
  storeId: string,
  contact: Contact,
  notifyOperators: boolean,
): Promise<void> {
  const alarm = { kind: 'message_undeliverable', subject: subjectOf(storeId, contact), roundsToClose: 1 } as const;
  await closeAlarm(trx, alarm, notifyOperators);
}

/** Ids of the stores whose own e-mail address the mail server refuses. */
export async function listRefusedStores(
  trx: Knex.Transaction,
  stores: readonly Pick<StoreRow, 'id'>[],
): Promise<ReadonlySet<string>> {
  const subjects = await openAlarms(trx)
    .whereIn(
      'subject',
      stores.map(({ id }) => subjectOf(id, 'email')),
    )
    .pluck<string[]>('subject');
  return new Set(stores.map(({ id }) => id).filter((id) => subjects.includes(subjectOf(id, 'email'))));
}

function openAlarms(trx: Knex.Transaction) {
  return trx<AlarmRow>('alarms').where({ kind: 'message_undeliverable' }).whereNull('closed_at');
}

function subjectOf(storeId: string, contact: Contact): string {
  return `${storeId}/${contact}`;
}
