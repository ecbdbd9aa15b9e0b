import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import type { AttemptResult, DueDelivery, EndpointWork, WebhookOutbox } from '../../webhooks/ports.ts';
import { openAlarm } from '../alarms/alarms.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { pruneDeliveries } from './prune-deliveries.ts';
import type { WebhookDeliveryRow, WebhookRow } from './rows.ts';

/** What the dispatcher reads and writes. `notifyOperators`: whether alarms are e-mailed to operators. */
export function createWebhookOutbox(database: Knex, vault: SecretVault, notifyOperators: boolean): WebhookOutbox {
  return {
    listPendingEndpoints: () => listPendingEndpoints(database),
    loadWork: (webhookId, limit, except) => loadWork(database, vault, webhookId, limit, except),
    saveResults: (webhookId, results) => saveResults(database, webhookId, results),
    markHealthy: (webhookId) => markHealthy(database, webhookId),
    markFailing: (webhookId) => markFailing(database, webhookId),
    disable: (webhookId, reason) => disableEndpoint(database, webhookId, reason, notifyOperators),
    prune: () => pruneDeliveries(database),
  };
}

/** Ids of enabled endpoints with pending deliveries. */
async function listPendingEndpoints(database: Knex): Promise<readonly string[]> {
  return database<WebhookRow>('webhooks as w')
    .where('w.enabled', true)
    .whereExists(
      database<WebhookDeliveryRow>('webhook_deliveries as d').whereRaw(`d.webhook_id = w.id and d.status = 'pending'`),
    )
    .pluck('w.id');
}

interface EndpointRow extends WebhookRow {
  readonly failing_for_ms: number;
  readonly is_previous_secret_valid: boolean;
}

/** Undefined when the endpoint was disabled or removed. `except`: ids of deliveries in progress. */
async function loadWork(
  database: Knex,
  vault: SecretVault,
  webhookId: string,
  limit: number,
  except: readonly string[],
): Promise<EndpointWork | undefined> {
  const deliveries = await firstDeliveryOfEachStore(database, webhookId, limit, except);
  // Read after the deliveries: an event that follows a change of the endpoint is sent as the change demands.
  const endpoint = await database('webhooks')
    .where({ id: webhookId, enabled: true })
    .select(
      '*',
      database.raw(`coalesce(extract(epoch from now() - failing_since) * 1000, 0)::float8 as failing_for_ms`),
      database.raw('coalesce(previous_secret_until > now(), false) as is_previous_secret_valid'),
    )
    .first<EndpointRow | undefined>();
  if (!endpoint) return undefined;
  const context = sealingContexts.webhookSecret(webhookId);
  const secret = await vault.open(endpoint.sealed_secret, context);
  const { sealed_previous_secret: previous, is_previous_secret_valid: isValid } = endpoint;
  // Without the previous one, receivers that know the current secret still accept what is sent.
  const previousSecret = previous && isValid ? await openIfReadable(vault, previous, context) : undefined;
  return {
    url: endpoint.url,
    secrets: previousSecret === undefined ? [secret] : [secret, previousSecret],
    failingForMs: endpoint.failing_for_ms,
    deliveries,
  };
}

async function firstDeliveryOfEachStore(
  database: Knex,
  webhookId: string,
  limit: number,
  except: readonly string[],
): Promise<readonly DueDelivery[]> {
  // Without statistics, `not exists` becomes a join that compares every pair of pending deliveries.
  const { rows } = await database.raw<{ rows: DueDelivery[] }>(
    `select d.id, d.event_id as "eventId", e.body, d.tries,
       (extract(epoch from d.next_attempt_at - now()) * 1000)::float8 as "dueInMs",
       coalesce(extract(epoch from now() - d.tried_since) * 1000, 0)::float8 as "sinceFirstMs"
     from webhook_deliveries d join webhook_events e on e.id = d.event_id
     where d.webhook_id = ? and d.status = 'pending' and d.id <> all(?::bigint[])
       and (d.turn is null or d.id = (
         select id from webhook_deliveries first where first.turn = d.turn and status = 'pending' order by id limit 1))
     order by d.next_attempt_at, d.id limit ?`,
    [webhookId, [...except], limit],
  );
  return rows;
}

async function saveResults(database: Knex, webhookId: string, results: readonly AttemptResult[]): Promise<void> {
  const rows = results.map(({ id, attempt, outcome }) => ({
    id,
    attempt,
    ...(typeof outcome === 'string' ? { status: outcome } : { status: 'pending', retryInMs: outcome.retryInMs }),
  }));
  await database.raw(
    `update webhook_deliveries as d set
       attempts = d.attempts || r.attempt,
       tries = d.tries + 1,
       tried_since = coalesce(d.tried_since, (r.attempt->>'at')::timestamptz),
       status = r.status,
       next_attempt_at = now() + make_interval(secs => coalesce(r."retryInMs", 0) / 1000),
       settled_at = case when r.status <> 'pending' then now() end
     from jsonb_to_recordset(?::jsonb) as r(id bigint, attempt jsonb, status text, "retryInMs" float8)
     where d.webhook_id = ? and d.id = r.id and d.status = 'pending'`,
    [JSON.stringify(rows), webhookId],
  );
}

/** After this long a failure, retry delays have grown so much that pending deliveries become due at once. */
const longFailure = '1 minute';

function markHealthy(database: Knex, webhookId: string): Promise<void> {
  return database.transaction(async (trx) => {
    await trx.raw(
      `update webhook_deliveries set next_attempt_at = now()
       where webhook_id = ? and status = 'pending' and next_attempt_at > now()
         and exists (select from webhooks where id = webhook_id and failing_since < now() - ?::interval)`,
      [webhookId, longFailure],
    );
    await trx<WebhookRow>('webhooks').where({ id: webhookId }).update({ failing_since: null });
  });
}

async function markFailing(database: Knex, webhookId: string): Promise<void> {
  await database<WebhookRow>('webhooks')
    .where({ id: webhookId })
    .whereNull('failing_since')
    .update({ failing_since: database.fn.now() });
}

function disableEndpoint(
  database: Knex,
  webhookId: string,
  reason: 'gone' | 'failing',
  notifyOperators: boolean,
): Promise<void> {
  return database.transaction(async (trx) => {
    const [disabled] = await trx<WebhookRow>('webhooks')
      .where({ id: webhookId, enabled: true })
      .update({ enabled: false, disabled_reason: reason, updated_at: trx.fn.now() })
      .returning('url');
    if (!disabled) return;
    const params = { webhookId, host: new URL(disabled.url).host, reason, why: englishReasons[reason] };
    await openAlarm(trx, { kind: 'webhook_disabled', subject: webhookId, params }, notifyOperators);
  });
}

/** Also read by 0.2.0. */
const englishReasons = {
  gone: 'answered 410 Gone',
  failing: 'failed every attempt for three days',
} as const;
