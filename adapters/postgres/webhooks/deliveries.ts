import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { InvalidCursor } from '../../../api/ports.ts';
import {
  type WebhookDeliveries,
  type WebhookDeliveryRecord,
  type WebhookDeliveryStatus,
  webhookDeliveryStatuses,
} from '../../../api/webhook-ports.ts';
import { webhookTestType } from '../../../domain/webhook-events.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { toRow, type WebhookTestEvent, wakeWebhook } from './queue-webhook-event.ts';
import { isTimelineId } from '../db/pg-values.ts';
import type { WebhookDeliveryRow, WebhookEventRow } from './rows.ts';

const order = 'deliveries';

interface LoggedDelivery extends WebhookDeliveryRow {
  readonly type: WebhookEventRow['type'];
  readonly event_at: Date;
  readonly waits: boolean;
}

export function createWebhookDeliveries(database: Knex): WebhookDeliveries {
  async function findDelivery(trx: Knex, id: string): Promise<WebhookDeliveryRecord | undefined> {
    const row = await logged(trx).where('d.id', id).first<LoggedDelivery | undefined>();
    return row && toDeliveryRecord(row);
  }

  return {
    async listDeliveries(webhookId, { status, limit, cursor }) {
      const rows = logged(database)
        .where('d.webhook_id', webhookId)
        .orderBy('d.id', 'desc')
        .limit(limit + 1);
      if (status) rows.whereIn('d.status', status);
      if (cursor !== undefined) {
        const { id } = fromCursor(cursor, order);
        if (!isTimelineId(id)) throw new InvalidCursor(cursor);
        rows.where('d.id', '<', id);
      }
      const found: LoggedDelivery[] = await rows;
      const items = found.slice(0, limit).map(toDeliveryRecord);
      const last = items.at(-1);
      if (found.length <= limit || !last) return { items };
      return { items, nextCursor: toCursor({ order, value: '', id: last.id }) };
    },

    async countByStatus() {
      const counts = new Map(webhookDeliveryStatuses.map((status) => [status, 0]));
      const rows = await database<WebhookDeliveryRow>('webhook_deliveries')
        .groupBy('status')
        .select<{ status: WebhookDeliveryStatus; count: number }[]>('status', database.raw('count(*)::int as count'));
      for (const { status, count } of rows) counts.set(status, count);
      return counts;
    },

    queueTest(webhookId) {
      return database.transaction(async (trx) => {
        const key = `test/${randomUUID()}`;
        const text = 'This is a test: nothing has happened.';
        const event: WebhookTestEvent = { type: webhookTestType, key, at: new Date().toISOString(), data: { text } };
        const { id, type, body } = toRow(event);
        await trx<WebhookEventRow>('webhook_events').insert({ id, key, type, body });
        const [queued] = await trx<WebhookDeliveryRow>('webhook_deliveries')
          .insert({ webhook_id: webhookId, event_id: id })
          .returning('id');
        await wakeWebhook(trx, webhookId);
        const delivery = queued && (await findDelivery(trx, queued.id));
        if (!delivery) throw new Error(`The test ${id} was not queued.`);
        return delivery;
      });
    },

    replay(webhookId, deliveryId) {
      if (!isTimelineId(deliveryId)) return Promise.resolve(undefined);
      return database.transaction(async (trx) => {
        const found = await queueAgain(trx, webhookId, (rows) => rows.where({ id: deliveryId }));
        return found > 0 ? findDelivery(trx, deliveryId) : undefined;
      });
    },

    replayFailed(webhookId, since) {
      return database.transaction((trx) => {
        const events = trx<WebhookEventRow>('webhook_events').where('created_at', '>=', new Date(since)).select('id');
        return queueAgain(trx, webhookId, (rows) => rows.where({ status: 'failed' }).whereIn('event_id', events));
      });
    },
  };
}

/** Begins another round of attempts. An event takes its old place again: later ones of its store wait for it. */
async function queueAgain(
  trx: Knex.Transaction,
  webhookId: string,
  which: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const rows = trx('webhook_deliveries').where({ webhook_id: webhookId });
  const now = trx.fn.now();
  const anew = { status: 'pending', tries: 0, tried_since: null, settled_at: null };
  const queued: number = await which(rows).update({ ...anew, next_attempt_at: now, queued_at: now });
  await wakeWebhook(trx, webhookId);
  return queued;
}

function logged(database: Knex): Knex.QueryBuilder {
  return database('webhook_deliveries as d')
    .join('webhook_events as e', 'e.id', 'd.event_id')
    .join('webhooks as w', 'w.id', 'd.webhook_id')
    .select('d.*', 'e.type', 'e.created_at as event_at')
    .select(
      database.raw(`not w.enabled or exists (
        select from webhook_deliveries earlier
        where earlier.turn = d.turn and earlier.status = 'pending' and earlier.id < d.id) as waits`),
    );
}

function toDeliveryRecord(row: LoggedDelivery): WebhookDeliveryRecord {
  return {
    id: row.id,
    eventId: row.event_id,
    type: row.type,
    ...(row.store_id && { storeId: row.store_id }),
    status: row.status,
    attempts: row.attempts,
    ...(row.status === 'pending' && !row.waits && { nextAttemptAt: row.next_attempt_at.toISOString() }),
    ...(row.settled_at && { settledAt: row.settled_at.toISOString() }),
    createdAt: row.event_at.toISOString(),
  };
}
