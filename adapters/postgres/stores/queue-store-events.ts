import type { Knex } from 'knex';
import type { StoreChange } from '../../../activities/contract.ts';
import { reasonText } from '../../../domain/reasons.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { webhookTypesOf } from '../../../domain/webhook-events.ts';
import { queueWebhookEvent } from '../webhooks/queue-webhook-event.ts';
import type { StoreRow, TimelineRow } from './rows.ts';
import { toStoreRecord } from './store-view.ts';

/**
 * Tells listeners what a change of a store means, unless its timeline has told it already. Called while the store is
 * locked, after the change was applied and before its entry is added.
 */
export async function queueStoreEvents(trx: Knex.Transaction, before: StoreStatus, change: StoreChange): Promise<void> {
  const { storeId, key, at, entry } = change;
  const types = webhookTypesOf({ what: entry.what, before, after: change.status });
  if (types.length === 0) return;
  if (await trx<TimelineRow>('timeline').where({ store_id: storeId, key }).first('id')) return;
  const row = await trx<StoreRow>('stores').where({ id: storeId }).first();
  if (!row) return;
  const data = { ...toldStore(row), text: entry.text };
  for (const type of types) await queueWebhookEvent(trx, { type, key: `${storeId}/${key}/${type}`, at, data, storeId });
}

/** As the API shows a store, field by field, so that no e-mail address ever slips out. */
function toldStore(row: StoreRow): Record<string, unknown> {
  const store = toStoreRecord(row);
  const { id, website, name, country, productIdType, attributeCode, status, statusSince, enabled, sellerId } = store;
  const { authorizedAt, expiresAt, next, createdAt, updatedAt } = store;
  const reason = store.reason && { code: store.reason.code, text: reasonText(store.reason) };
  return {
    ...{ id, website, name, country, productIdType, attributeCode, status, statusSince, enabled, reason, sellerId },
    ...{ authorizedAt, expiresAt, next, createdAt, updatedAt },
  };
}
