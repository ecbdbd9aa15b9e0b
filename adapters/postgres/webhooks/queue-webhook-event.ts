import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { webhookTestType, WebhookType } from '../../../domain/webhook-events.ts';
import type { WebhookEventRow } from './rows.ts';

export interface WebhookEvent<T extends string = WebhookType> {
  readonly type: T;
  /** Told once per key. */
  readonly key: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Events of one store are delivered in the order in which they were queued; hold the store's row locked. */
  readonly storeId?: string;
}

/**
 * Queues an event for every endpoint that listens to its type, in the caller's transaction: it is told when the
 * transaction is committed, and only then. Disabled endpoints keep theirs for the case that they are enabled in time.
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
    toRow(event),
  );
}

/** Id and body as every attempt sends them. */
export function toRow<T extends WebhookEventRow['type']>(event: WebhookEvent<T>) {
  const { type, key, at, data, storeId } = event;
  return {
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    key,
    type,
    storeId: storeId ?? null,
    body: JSON.stringify({ type, timestamp: at, data }),
  };
}

export type WebhookTestEvent = WebhookEvent<typeof webhookTestType>;

/** Wakes whoever delivers to this endpoint. */
export async function wakeWebhook(trx: Knex, webhookId: string): Promise<void> {
  await trx.raw(`select pg_notify('webhooks', ?)`, [webhookId]);
}
