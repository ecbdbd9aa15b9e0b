import type { Knex } from 'knex';
import type { StoreChange } from '../../../activities/contract.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { webhookTypesFor } from '../../../domain/webhook-events.ts';
import { reasonText } from '../../../locales/reason-text.ts';
import { timelineText } from '../../../locales/timeline-text.ts';
import { queueWebhookEvent } from '../webhooks/queue-webhook-event.ts';
import type { TimelineRow } from './rows.ts';
import { type StoreRow, toStore } from './store.ts';

/**
 * Queues the webhook events of a change, unless its timeline entry exists. Called while the store is locked, after the
 * change was applied and before its entry is added.
 */
export async function queueStoreEvents(trx: Knex.Transaction, before: StoreStatus, change: StoreChange): Promise<void> {
  const { storeId, key, at, entry } = change;
  const types = webhookTypesFor({ what: entry.what, before, after: change.status });
  if (types.length === 0) return;
  if (await trx<TimelineRow>('timeline').where({ store_id: storeId, key }).first('id')) return;
  const row = await trx<StoreRow>('stores').where({ id: storeId }).first();
  if (!row) return;
  const data = { ...webhookPayload(row), text: timelineText(entry, 'en') };
  for (const type of types) await queueWebhookEvent(trx, { type, key: `${storeId}/${key}/${type}`, at, data, storeId });
}

/** The store as the API returns it. Fields are listed one by one, so that no e-mail address is ever included. */
function webhookPayload(row: StoreRow): Record<string, unknown> {
  const store = toStore(row);
  const { id, website, name, country, productIdType, attributeCode, status, statusSince, enabled, sellerId } = store;
  const { authorizedAt, expiresAt, next, createdAt, updatedAt } = store;
  const reason = store.reason && { code: store.reason.code, text: reasonText(store.reason, 'en') };
  return {
    ...{ id, website, name, country, productIdType, attributeCode, status, statusSince, enabled, reason, sellerId },
    ...{ authorizedAt, expiresAt, next, createdAt, updatedAt },
  };
}
