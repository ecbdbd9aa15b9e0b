import type { Knex } from 'knex';
import type { DeliveryReport } from '../../../activities/ports.ts';
import { type TimelineEntry, timelineEntry } from '../../../domain/timeline.ts';
import type { StoreRow } from '../stores/store.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import { closeMessageAlarm, type Contact, openMessageAlarm } from './message-alarms.ts';
import { lockMessage, type MessageRow, storesOfMessage } from './rows.ts';

/**
 * Adds one entry to the timeline of every store: whether its people were reached. An address that was refused for good
 * opens the alarm `message_undeliverable`; one that was reached closes it.
 */
export function recordDelivery(
  database: Knex,
  messageId: string,
  report: Pick<DeliveryReport, 'reached' | 'refused'>,
  notifyOperators: boolean,
): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row || row.sent_at) return;
    const column = report.reached.length > 0 ? 'sent_at' : 'failed_at';
    await trx<MessageRow>('messages')
      .where({ id: messageId })
      .update({ [column]: trx.fn.now(), sealed_link_token: null });
    const results = (await listStores(trx, messageId)).map((store) => ({ store, ...resultOf(store, report) }));
    for (const { store, email, secondEmail } of results) {
      await updateAlarm(trx, store, 'email', email, notifyOperators);
      await updateAlarm(trx, store, 'secondEmail', secondEmail, notifyOperators);
    }
    await addTimelineEntries(
      trx,
      results.map(({ store, ...result }) => toEntry(row, store, ...describeResult(row, result))),
    );
  });
}

/** Adds `message_delayed` to the timeline of every store of the message, once. */
export function markMessageDelayed(database: Knex, messageId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row) return;
    const entry = timelineEntry('message_delayed', { email: row.content.kind });
    const stores = await listStores(trx, messageId);
    await addTimelineEntries(
      trx,
      stores.map((store) => toEntry(row, store, 'delayed', entry)),
    );
  });
}

/** After days of retries: adds `message_failed` to the timeline of every store, once, and opens an alarm for each. */
export function markMessageFailed(database: Knex, messageId: string, notifyOperators: boolean): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    // Sent or refused after all: the timeline says so.
    if (!row || row.sent_at || row.failed_at || row.dropped_at) return;
    await trx<MessageRow>('messages').where({ id: messageId }).update({ failed_at: trx.fn.now() });
    const stores = await listStores(trx, messageId);
    for (const store of stores)
      await openMessageAlarm(trx, store, { contact: 'email', cause: 'unanswered' }, notifyOperators);
    const entry = timelineEntry('message_failed', { email: row.content.kind });
    await addTimelineEntries(
      trx,
      stores.map((store) => toEntry(row, store, 'failed', entry)),
    );
  });
}

type AddressResult = 'reached' | 'refused' | undefined;
type StoreResult = Readonly<Record<Contact, AddressResult>>;

function resultOf(
  { email, second_email: second }: StoreRow,
  { reached, refused }: Pick<DeliveryReport, 'reached' | 'refused'>,
): StoreResult {
  const of = (address: string | null): AddressResult => {
    if (!address) return undefined;
    if (reached.includes(address.toLowerCase())) return 'reached';
    return refused.includes(address.toLowerCase()) ? 'refused' : undefined;
  };
  return { email: of(email), secondEmail: of(second) };
}

function describeResult(
  { content }: MessageRow,
  { email: result, secondEmail }: StoreResult,
): ['sent' | 'failed', TimelineEntry] {
  const email = content.kind;
  if (result === 'reached') return ['sent', timelineEntry('message_sent', { email })];
  if (secondEmail === 'reached') return ['sent', timelineEntry('message_sent', { email, onlyTo: 'secondEmail' })];
  return ['failed', timelineEntry('message_failed', { email, isRefused: result === 'refused' })];
}

async function updateAlarm(
  trx: Knex.Transaction,
  store: StoreRow,
  contact: Contact,
  result: AddressResult,
  notifyOperators: boolean,
): Promise<void> {
  if (result === 'refused') await openMessageAlarm(trx, store, { contact, cause: 'refused' }, notifyOperators);
  if (result === 'reached') await closeMessageAlarm(trx, store.id, contact, notifyOperators);
}

async function listStores(trx: Knex.Transaction, messageId: string): Promise<readonly StoreRow[]> {
  return storesOfMessage(trx, messageId).orderBy('s.id').select<StoreRow[]>('s.*');
}

function toEntry(row: MessageRow, { id: storeId }: StoreRow, event: string, entry: TimelineEntry) {
  return { storeId, key: `message/${row.id}/${event}`, ...entry };
}
