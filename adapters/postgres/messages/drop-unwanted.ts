import type { Knex } from 'knex';
import { type DropReason, dropReasonOf, type StoreAtDeparture } from '../../../domain/message-judgement.ts';
import { timelineEntry } from '../../../domain/timeline.ts';
import type { StoreRow } from '../stores/store.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import { storesOfMessage, type MessageRow } from './rows.ts';

export interface DroppedStore {
  readonly storeId: string;
  readonly why: DropReason;
}

/** Takes the stores that no longer need the message out of it. Without any store left, it is dropped as a whole. */
export async function dropUnwanted(
  trx: Knex.Transaction,
  row: MessageRow,
): Promise<{ stores: readonly StoreRow[]; dropped: readonly DroppedStore[] }> {
  const stores = await storesOfMessage(trx, row.id).orderBy('s.name_key').select<StoreRow[]>('s.*');
  const superseded = await listSuperseded(trx, row);
  const departing = stores.map(toStoreAtDeparture);
  const message = { content: row.content, queuedAt: row.queued_at };
  const judged = stores.map((store) => ({
    store,
    why: superseded.has(store.id) ? 'superseded' : dropReasonOf(message, toStoreAtDeparture(store), departing),
  }));
  const dropped = judged.flatMap(({ store, why }) => (why ? [{ storeId: store.id, why }] : []));
  for (const { storeId, why } of dropped)
    await trx('message_stores')
      .where({ message_id: row.id, store_id: storeId })
      .update({ dropped_because: why satisfies DropReason });
  const wanted = judged.flatMap(({ store, why }) => (why ? [] : [store]));
  if (wanted.length === 0)
    await trx<MessageRow>('messages')
      .where({ id: row.id })
      .update({ dropped_at: trx.fn.now(), sealed_link_token: null });
  return { stores: wanted, dropped };
}

/** Has to be the last statement of the transaction. */
export async function addDroppedEntries(
  trx: Knex.Transaction,
  { id, content }: MessageRow,
  dropped: readonly DroppedStore[],
): Promise<void> {
  await addTimelineEntries(
    trx,
    dropped.map(({ storeId, why }) => ({
      storeId,
      key: `message/${id}/dropped`,
      ...timelineEntry('message_dropped', { email: content.kind, why }),
    })),
  );
}

/** Ids of the stores about which a newer message of this kind was sent, or is on its way. */
async function listSuperseded(trx: Knex.Transaction, { id, kind, key, queued_at }: MessageRow): Promise<Set<string>> {
  const newer = trx('message_stores as mine')
    .join('message_stores as other', 'other.store_id', 'mine.store_id')
    .join('messages as m', 'm.id', 'other.message_id')
    .where({ 'mine.message_id': id, 'm.kind': kind })
    .whereRaw('(m.queued_at, m.id) > (?::timestamptz, ?::uuid)', [queued_at, id])
    .whereNull('m.dropped_at')
    .whereNull('m.failed_at')
    .whereNull('other.dropped_because');
  // Campaigns ask for different things.
  if (kind === 'campaign') void newer.whereRaw(`split_part(m.key, '/', 2) = split_part(?, '/', 2)`, [key]);
  return new Set(await newer.pluck<string[]>('mine.store_id'));
}

function toStoreAtDeparture(row: StoreRow): StoreAtDeparture {
  return {
    status: row.status,
    statusSince: row.status_since,
    reason: row.reason ?? undefined,
    authorizedAt: row.authorized_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  };
}
