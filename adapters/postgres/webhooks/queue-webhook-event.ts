import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { WebhookType } from '../../../domain/webhook-events.ts';
import type { WebhookEventRow } from './rows.ts';

export interface WebhookEvent<T extends string = WebhookType> {
  readonly type: T;
  /** An event is queued once per key. */
  readonly key: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Events of one store are delivered in the order in which they were queued. The caller holds the store's row lock. */
  readonly storeId?: string;
}

/**
 * Queues an event for every endpoint that listens to its type, in the caller's transaction: it is sent when the
 * transaction is committed, and only then. It is queued for disabled endpoints, too, which may be enabled in time.
 */
export async function queueWebhookEvent(trx: Knex.Transaction, event: WebhookEvent): Promise<void> {
  await trx.raw(
    `with listening as materialized (
       select id from webhooks where types is null or :type = any(types) for key share
     ), event as (
       insert into webhook_events (id, key, type, store_id, body)
       select :id, :key, :type, :storeId, :body where exists (select from listening)
       on conflict (key) do nothing
       returning id, store_id
     ), queued as (
       insert into webhook_deliveries (webhook_id, event_id, store_id)
       select listening.id, event.id, event.store_id from listening cross join event
       returning webhook_id
     )
     select pg_notify('webhooks', webhook_id::text) from queued`,
    toEventRow(event),
  );
}

/** With the id and body that every attempt sends. */
export function toEventRow<T extends WebhookEventRow['type']>(event: WebhookEvent<T>) {
  const { type, key, at, data, storeId } = event;
  return {
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    key,
    type,
    storeId: storeId ?? null,
    body: JSON.stringify({ type, timestamp: at, data }),
  };
}

/** Wakes the worker that delivers to this endpoint. */
export async function wakeWebhook(trx: Knex, webhookId: string): Promise<void> {
  await trx.raw(`select pg_notify('webhooks', ?)`, [webhookId]);
}
