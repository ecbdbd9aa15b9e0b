import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import {
  type WebhookAttempt,
  type WebhookDeliveryStatus,
  webhookDeliveryStatuses,
} from '../../../domain/webhook-delivery.ts';
import { webhookTestType } from '../../../domain/webhook-events.ts';
import { byBigId, toPage } from '../db/paging.ts';
import { isBigId, isoOrUndefined } from '../db/pg-values.ts';
import { toEventRow, wakeWebhook } from './queue-webhook-event.ts';
import type { WebhookDeliveryRow, WebhookEventRow } from './rows.ts';

export interface WebhookDelivery {
  readonly id: string;
  /** The header `webhook-id`. */
  readonly eventId: string;
  readonly type: WebhookEventRow['type'];
  readonly storeId?: string;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: readonly WebhookAttempt[];
  /** Absent while it waits for an earlier delivery of its store, or for its endpoint to be enabled. */
  readonly nextAttemptAt?: string;
  /** When it was delivered or given up. */
  readonly settledAt?: string;
  readonly createdAt: string;
}

/** Newest first. @throws {InvalidCursor} */
export function listDeliveries(
  database: Knex,
  webhookId: string,
  query: PageQuery & { readonly status?: readonly WebhookDeliveryStatus[] },
): Promise<Page<WebhookDelivery>> {
  const rows = deliveries(database).where('d.webhook_id', webhookId);
  if (query.status) rows.whereIn('d.status', query.status);
  return toPage(rows, query, newestFirst, (page) => page.map(toDelivery));
}

const newestFirst = byBigId<DeliveryRow>('deliveries', 'd.id');

/** Of all endpoints. */
export async function countDeliveries(database: Knex): Promise<ReadonlyMap<WebhookDeliveryStatus, number>> {
  const counts = new Map(webhookDeliveryStatuses.map((status) => [status, 0]));
  const rows = await database<WebhookDeliveryRow>('webhook_deliveries')
    .groupBy('status')
    .select<{ status: WebhookDeliveryStatus; count: number }[]>('status', database.raw('count(*)::int as count'));
  for (const { status, count } of rows) counts.set(status, count);
  return counts;
}

/** Queues an event of the type `webhook.test` for this endpoint only. */
export function queueTestEvent(database: Knex, webhookId: string): Promise<WebhookDelivery> {
  return database.transaction(async (trx) => {
    const { id, key, type, body } = toEventRow({
      type: webhookTestType,
      key: `test/${randomUUID()}`,
      at: new Date().toISOString(),
      data: { text: 'This is a test: nothing has happened.' },
    });
    await trx<WebhookEventRow>('webhook_events').insert({ id, key, type, body });
    const [queued] = await trx<WebhookDeliveryRow>('webhook_deliveries')
      .insert({ webhook_id: webhookId, event_id: id })
      .returning('id');
    await wakeWebhook(trx, webhookId);
    const delivery = queued && (await findDelivery(trx, queued.id));
    if (!delivery) throw new Error(`The test event ${id} was not queued.`);
    return delivery;
  });
}

/** Sends it again, with the same `webhook-id` and body. Undefined when there is none. */
export async function replayDelivery(
  database: Knex,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDelivery | undefined> {
  if (!isBigId(deliveryId)) return undefined;
  return database.transaction(async (trx) => {
    const count = await requeue(trx, webhookId, (rows) => rows.where({ id: deliveryId }));
    return count > 0 ? findDelivery(trx, deliveryId) : undefined;
  });
}

/** Sends those again that failed, of events since then. Returns how many. */
export function replayFailed(database: Knex, webhookId: string, since: string): Promise<number> {
  return database.transaction((trx) => {
    const events = trx<WebhookEventRow>('webhook_events').where('created_at', '>=', new Date(since)).select('id');
    return requeue(trx, webhookId, (rows) => rows.where({ status: 'failed' }).whereIn('event_id', events));
  });
}

/** Begins another round of attempts. The event takes its former place: later ones of its store wait for it. */
async function requeue(
  trx: Knex.Transaction,
  webhookId: string,
  select: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const now = trx.fn.now();
  const count: number = await select(trx('webhook_deliveries').where({ webhook_id: webhookId })).update({
    status: 'pending',
    tries: 0,
    tried_since: null,
    settled_at: null,
    next_attempt_at: now,
    queued_at: now,
  });
  await wakeWebhook(trx, webhookId);
  return count;
}

async function findDelivery(trx: Knex, id: string): Promise<WebhookDelivery | undefined> {
  const row = await deliveries(trx).where('d.id', id).first<DeliveryRow | undefined>();
  return row && toDelivery(row);
}

interface DeliveryRow extends WebhookDeliveryRow {
  readonly type: WebhookEventRow['type'];
  readonly event_at: Date;
  readonly waits: boolean;
}

function deliveries(database: Knex) {
  return database('webhook_deliveries as d')
    .join('webhook_events as e', 'e.id', 'd.event_id')
    .join('webhooks as w', 'w.id', 'd.webhook_id')
    .select<DeliveryRow[]>(
      'd.*',
      'e.type',
      'e.created_at as event_at',
      database.raw(`not w.enabled or exists (
        select from webhook_deliveries earlier
        where earlier.turn = d.turn and earlier.status = 'pending' and earlier.id < d.id) as waits`),
    );
}

function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    eventId: row.event_id,
    type: row.type,
    storeId: row.store_id ?? undefined,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: row.status === 'pending' && !row.waits ? row.next_attempt_at.toISOString() : undefined,
    settledAt: isoOrUndefined(row.settled_at),
    createdAt: row.event_at.toISOString(),
  };
}
