import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import type { WebhookDisabledReason } from '../../../domain/webhook-delivery.ts';
import type { WebhookType } from '../../../domain/webhook-events.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { closeAlarm } from '../alarms/alarms.ts';
import { byCreation, toPage } from '../db/paging.ts';
import { isoOrUndefined } from '../db/pg-values.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { wakeWebhook } from './queue-webhook-event.ts';
import type { WebhookDeliveryRow, WebhookRow } from './rows.ts';

export interface NewWebhook {
  readonly url: string;
  /** Undefined: all. */
  readonly types?: readonly WebhookType[];
  readonly description?: string;
}

export interface Webhook extends NewWebhook {
  readonly id: string;
  readonly enabled: boolean;
  readonly disabledReason?: WebhookDisabledReason;
  /** Since when every attempt has failed. */
  readonly failingSince?: string;
  /** Until when the previous secret signs as well. */
  readonly previousSecretUntil?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface WebhookPatch {
  readonly url?: string;
  /** Null: all. */
  readonly types?: readonly WebhookType[] | null;
  /** Null removes it. */
  readonly description?: string | null;
  readonly enabled?: boolean;
}

export interface WebhookWithSecret {
  readonly webhook: Webhook;
  /** `whsec_…`; returned only here. */
  readonly secret: string;
}

export async function addWebhook(
  database: Knex,
  vault: SecretVault,
  { url, types, description }: NewWebhook,
): Promise<WebhookWithSecret> {
  const id = randomUUID();
  const secret = newSecret();
  const [row] = await database<WebhookRow>('webhooks')
    .insert({
      id,
      url,
      types: types ? [...types] : null,
      description: description ?? null,
      sealed_secret: await vault.seal(secret, sealingContexts.webhookSecret(id)),
    })
    .returning('*');
  if (!row) throw new Error(`Endpoint ${id} was not recorded.`);
  return { webhook: toWebhook(row), secret };
}

/** Oldest first. @throws {InvalidCursor} */
export function listWebhooks(database: Knex, page: PageQuery): Promise<Page<Webhook>> {
  return toPage(database<WebhookRow>('webhooks'), page, oldestFirst, (rows) => rows.map(toWebhook));
}

const oldestFirst = byCreation<WebhookRow>('webhooks', 'asc');

export async function findWebhook(database: Knex, webhookId: string): Promise<Webhook | undefined> {
  const row = await database<WebhookRow>('webhooks').where({ id: webhookId }).first();
  return row && toWebhook(row);
}

/** Enabling resumes the pending deliveries and closes the alarm of the endpoint. */
export function changeWebhook(
  database: Knex,
  webhookId: string,
  { url, types, description, enabled }: WebhookPatch,
  notifyOperators: boolean,
): Promise<Webhook | undefined> {
  return database.transaction(async (trx) => {
    const before = await lockWebhook(trx, webhookId);
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
      await resumeDeliveries(trx, webhookId);
      await closeDisabledAlarm(trx, webhookId, notifyOperators);
    }
    await wakeWebhook(trx, webhookId);
    return toWebhook(row);
  });
}

/** False when there is none. */
export function removeWebhook(database: Knex, webhookId: string, notifyOperators: boolean): Promise<boolean> {
  return database.transaction(async (trx) => {
    const removed = await trx<WebhookRow>('webhooks').where({ id: webhookId }).delete();
    await closeDisabledAlarm(trx, webhookId, notifyOperators);
    await wakeWebhook(trx, webhookId);
    return removed > 0;
  });
}

/** The previous secret continues to sign for `overlapMs`, unless it cannot be opened. */
export function rotateWebhookSecret(
  database: Knex,
  vault: SecretVault,
  webhookId: string,
  overlapMs: number,
): Promise<WebhookWithSecret | undefined> {
  return database.transaction(async (trx) => {
    const before = await lockWebhook(trx, webhookId);
    if (!before) return undefined;
    const secret = newSecret();
    const context = sealingContexts.webhookSecret(webhookId);
    const isReadable = (await openIfReadable(vault, before.sealed_secret, context)) !== undefined;
    const [row = before] = await trx<WebhookRow>('webhooks')
      .where({ id: webhookId })
      .update({
        sealed_secret: await vault.seal(secret, context),
        sealed_previous_secret: isReadable ? before.sealed_secret : null,
        previous_secret_until: isReadable ? trx.raw('now() + make_interval(secs => ?)', [overlapMs / 1000]) : null,
        updated_at: trx.raw('now()'),
      })
      .returning('*');
    await wakeWebhook(trx, webhookId);
    return { webhook: toWebhook(row), secret };
  });
}

async function lockWebhook(trx: Knex.Transaction, id: string): Promise<WebhookRow | undefined> {
  return trx<WebhookRow>('webhooks').where({ id }).forNoKeyUpdate().first();
}

/** Pending deliveries are due at once and begin a new round of attempts. */
async function resumeDeliveries(trx: Knex.Transaction, webhookId: string): Promise<void> {
  const now = trx.raw('now()');
  await trx<WebhookDeliveryRow>('webhook_deliveries')
    .where({ webhook_id: webhookId, status: 'pending' })
    .update({ next_attempt_at: now, queued_at: now, tries: 0, tried_since: null });
}

async function closeDisabledAlarm(trx: Knex.Transaction, subject: string, notifyOperators: boolean): Promise<void> {
  await closeAlarm(trx, { kind: 'webhook_disabled', subject, roundsToClose: 1 }, notifyOperators);
}

/** As Standard Webhooks defines it: 24 to 64 random bytes. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function toWebhook(row: WebhookRow): Webhook {
  const { previous_secret_until: until } = row;
  return {
    id: row.id,
    url: row.url,
    types: row.types ?? undefined,
    description: row.description || undefined,
    enabled: row.enabled,
    disabledReason: row.disabled_reason ?? undefined,
    failingSince: isoOrUndefined(row.failing_since),
    previousSecretUntil: until && until > new Date() ? until.toISOString() : undefined,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
