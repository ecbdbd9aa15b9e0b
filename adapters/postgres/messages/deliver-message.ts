import type { Knex } from 'knex';
import type { OutgoingMessage, SecretVault } from '../../../activities/ports.ts';
import { secondContactFromDay } from '../../../domain/renewal-schedule.ts';
import { type TimelineEntry, timelineEntry } from '../../../domain/timeline.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import { createMessageLink } from './queue-message.ts';
import type { MessageRow } from './rows.ts';

/**
 * Undefined when it was sent, or when none of its stores is left. `publicUrl`: without a trailing slash.
 */
export function loadMessage(
  database: Knex,
  vault: SecretVault,
  publicUrl: string,
  messageId: string,
): Promise<OutgoingMessage | undefined> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row || row.sent_at) return undefined;
    const stores = await findRecipientStores(trx, row);
    const [first] = stores;
    if (!first) return undefined;
    const token = await openOrReplaceLink(trx, vault, row, stores, first.id);
    return {
      messageId,
      to: [...new Set(stores.flatMap((store) => recipientsOf(store, row.content)))],
      stores: stores.map(({ id, name, country, website }) => ({ storeId: id, name, country, website })),
      link: `${publicUrl}/connect/${token}`,
      linkValidUntil: row.link_valid_until.toISOString(),
      content: row.content,
    } satisfies OutgoingMessage;
  });
}

/** Adds `message_sent` to the timeline of every store of the message. */
export function markMessageSent(database: Knex, messageId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row || row.sent_at) return;
    await trx<MessageRow>('messages')
      .where({ id: messageId })
      .update({ sent_at: trx.fn.now(), sealed_link_token: null });
    await addMessageEntries(trx, row, 'sent', timelineEntry('message_sent', { email: row.content.kind }));
  });
}

/** Adds `message_delayed` to the timeline of every store of the message, once. */
export function markMessageDelayed(database: Knex, messageId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row) return;
    await addMessageEntries(trx, row, 'delayed', timelineEntry('message_delayed', { email: row.content.kind }));
  });
}

/** Adds `message_failed` to the timeline of every store of the message, once. */
export function markMessageFailed(database: Knex, messageId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row) return;
    await trx<MessageRow>('messages').where({ id: messageId }).update({ failed_at: trx.fn.now() });
    await addMessageEntries(trx, row, 'failed', timelineEntry('message_failed', { email: row.content.kind }));
  });
}

async function lockMessage(trx: Knex.Transaction, messageId: string): Promise<MessageRow | undefined> {
  return trx<MessageRow>('messages').where({ id: messageId }).forNoKeyUpdate().first();
}

/** The second contact is added when the end of the year is near or past. */
function recipientsOf({ email, second_email: second }: StoreRow, content: MessageRow['content']): readonly string[] {
  const isUrgent = content.kind === 'renewal' && content.days >= secondContactFromDay;
  return [email, isUrgent ? second : null].flatMap((address) => (address ? [address.toLowerCase()] : []));
}

/** Leaves out stores that are deleted or disconnected, and those whose seller has given a new consent meanwhile. */
async function findRecipientStores(trx: Knex.Transaction, { id, content }: MessageRow): Promise<readonly StoreRow[]> {
  const stores = liveStoresOf(trx, id).orderBy('s.name_key').select<StoreRow[]>('s.*');
  if (content.kind === 'renewal') {
    stores.whereNot('s.status', 'disconnected');
    stores.where((unrenewed) => {
      void unrenewed.whereNull('s.expires_at').orWhere('s.expires_at', '<=', new Date(content.expiresAt));
    });
  }
  if (content.kind === 'campaign') {
    stores.whereNot('s.status', 'disconnected');
    stores.where((unrenewed) => {
      void unrenewed.whereNull('s.authorized_at').orWhere('s.authorized_at', '<=', new Date(content.startsAt));
    });
  }
  return stores;
}

/** A link whose store was deleted is replaced by one for another store of the message. */
async function openOrReplaceLink(
  trx: Knex.Transaction,
  vault: SecretVault,
  row: MessageRow,
  stores: readonly StoreRow[],
  firstStoreId: string,
): Promise<string> {
  if (row.sealed_link_token && stores.some(({ id }) => id === row.link_store_id))
    return vault.open(row.sealed_link_token, sealingContexts.messageLink(row.id));
  return createMessageLink(trx, vault, row.id, firstStoreId, row.link_valid_until);
}

async function addMessageEntries(
  trx: Knex.Transaction,
  row: MessageRow,
  event: 'sent' | 'delayed' | 'failed',
  entry: TimelineEntry,
): Promise<void> {
  const stores = await liveStoresOf(trx, row.id).orderBy('s.id').select<{ id: string }[]>('s.id');
  await addTimelineEntries(
    trx,
    stores.map(({ id }) => ({ storeId: id, key: `message/${row.id}/${event}`, ...entry })),
  );
}

function liveStoresOf(trx: Knex.Transaction, messageId: string): Knex.QueryBuilder {
  return trx('stores as s')
    .join('message_stores as m', 'm.store_id', 's.id')
    .where('m.message_id', messageId)
    .whereNot('s.status', 'deleted');
}
