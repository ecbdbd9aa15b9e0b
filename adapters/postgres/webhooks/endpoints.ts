import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretBox } from '../../../activities/ports.ts';
import type { WebhookEndpoints, WebhookRecord } from '../../../api/webhook-ports.ts';
import { InvalidCursor } from '../../../api/ports.ts';
import { closeAlarm } from '../alarms/alarms.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { wakeWebhook } from './queue-webhook-event.ts';
import { isTimestamp, isUuid } from '../db/pg-values.ts';
import type { WebhookDeliveryRow, WebhookRow } from './rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

const order = 'webhooks';

/** `isMailed`: whether operators are told of alarms by mail. */
export function createWebhookEndpoints(database: Knex, box: SecretBox, isMailed: boolean): WebhookEndpoints {
  const endAlarm = (trx: Knex.Transaction, subject: string) =>
    closeAlarm(trx, { kind: 'webhook_disabled', subject, calmTimes: 1 }, isMailed);
  const findRow = (trx: Knex, id: string) => trx<WebhookRow>('webhooks').where({ id }).first();

  return {
    async addWebhook({ url, types, description }) {
      const id = randomUUID();
      const secret = newSecret();
      const [row] = await database<WebhookRow>('webhooks')
        .insert({
          id,
          url,
          types: types ? [...types] : null,
          description: description ?? null,
          sealed_secret: await box.seal(secret, sealingContexts.webhookSecret(id)),
        })
        .returning('*');
      if (!row) throw new Error(`The endpoint ${id} was not recorded.`);
      return { webhook: toWebhookRecord(row), secret };
    },

    async listWebhooks({ limit, cursor }) {
      const rows = database<WebhookRow>('webhooks')
        .orderBy(['created_at', 'id'])
        .limit(limit + 1);
      if (cursor !== undefined) {
        const { value, id } = fromCursor(cursor, order);
        if (!isUuid(id) || !isTimestamp(value)) throw new InvalidCursor(cursor);
        rows.whereRaw('(created_at, id) > (?::timestamptz, ?::uuid)', [value, id]);
      }
      const found = await rows;
      const items = found.slice(0, limit).map(toWebhookRecord);
      const last = items.at(-1);
      if (found.length <= limit || !last) return { items };
      return { items, nextCursor: toCursor({ order, value: last.createdAt, id: last.id }) };
    },

    async findWebhook(webhookId) {
      const row = await findRow(database, webhookId);
      return row && toWebhookRecord(row);
    },

    changeWebhook(webhookId, { url, types, description, enabled }) {
      return database.transaction(async (trx) => {
        const before = await findRow(trx, webhookId).forNoKeyUpdate();
        if (!before) return undefined;
        const [row = before] = await trx<WebhookRow>('webhooks')
          .where({ id: webhookId })
          .update({
            ...(url !== undefined && { url }),
            ...(types !== undefined && { types: types && [...types] }),
            ...(description !== undefined && { description }),
            ...(enabled === true && { enabled, disabled_reason: null, failing_since: null }),
            ...(enabled === false && before.enabled && { enabled, disabled_reason: 'by_admin' as const }),
            updated_at: trx.raw('now()'),
          })
          .returning('*');
        if (enabled === true && !before.enabled) {
          await resume(trx, webhookId);
          await endAlarm(trx, webhookId);
        }
        await wakeWebhook(trx, webhookId);
        return toWebhookRecord(row);
      });
    },

    removeWebhook(webhookId) {
      return database.transaction(async (trx) => {
        const removed = await trx<WebhookRow>('webhooks').where({ id: webhookId }).delete();
        await endAlarm(trx, webhookId);
        await wakeWebhook(trx, webhookId);
        return removed > 0;
      });
    },

    rotateSecret(webhookId, overlapMs) {
      return database.transaction(async (trx) => {
        const before = await findRow(trx, webhookId).forNoKeyUpdate();
        if (!before) return undefined;
        const secret = newSecret();
        const [row = before] = await trx<WebhookRow>('webhooks')
          .where({ id: webhookId })
          .update({
            sealed_secret: await box.seal(secret, sealingContexts.webhookSecret(webhookId)),
            sealed_previous_secret: before.sealed_secret,
            previous_secret_until: trx.raw('now() + make_interval(secs => ?)', [overlapMs / 1000]),
            updated_at: trx.raw('now()'),
          })
          .returning('*');
        await wakeWebhook(trx, webhookId);
        return { webhook: toWebhookRecord(row), secret };
      });
    },
  };
}

/** What waits is tried at once, and for as long as something new. */
async function resume(trx: Knex.Transaction, webhookId: string): Promise<void> {
  const now = trx.raw('now()');
  await trx<WebhookDeliveryRow>('webhook_deliveries')
    .where({ webhook_id: webhookId, status: 'pending' })
    .update({ next_attempt_at: now, queued_at: now, tries: 0, tried_since: null });
}

/** As Standard Webhooks writes a secret: 24 to 64 random bytes. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function toWebhookRecord(row: WebhookRow): WebhookRecord {
  const { previous_secret_until: until } = row;
  return {
    id: row.id,
    url: row.url,
    ...(row.types && { types: row.types }),
    ...(row.description && { description: row.description }),
    enabled: row.enabled,
    ...(row.disabled_reason && { disabledReason: row.disabled_reason }),
    ...(row.failing_since && { failingSince: row.failing_since.toISOString() }),
    ...(until && until > new Date() && { previousSecretUntil: until.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
