import type { Knex } from 'knex';
import type { SecretBox } from '../../../activities/ports.ts';
import type { DueDelivery, WebhookOutbox } from '../../webhooks/ports.ts';
import { openAlarm } from '../alarms/alarms.ts';
import type { WebhookDeliveryRow, WebhookRow } from './rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { tidyWebhooks } from './prune-deliveries.ts';

interface EndpointRow extends WebhookRow {
  readonly failing_for_ms: number;
  readonly previous_signs: boolean;
}

const whyDisabled = {
  gone: 'answered 410 Gone',
  failing: 'failed every attempt for three days',
} as const;

/** Attempts that began to fail longer ago than this have driven pauses apart. */
const longFailure = '1 minute';

/** `isMailed`: whether operators are told of alarms by mail. */
export function createWebhookOutbox(database: Knex, box: SecretBox, isMailed: boolean): WebhookOutbox {
  return {
    async listWaiting() {
      return database<WebhookRow>('webhooks as w')
        .where('w.enabled', true)
        .whereExists(
          database<WebhookDeliveryRow>('webhook_deliveries as d').whereRaw(
            `d.webhook_id = w.id and d.status = 'pending'`,
          ),
        )
        .pluck('w.id');
    },

    async loadWork(webhookId, limit, except) {
      const deliveries = await firstOfEachStore(database, webhookId, limit, except);
      // Read afterwards: what happens after a change of an endpoint is sent as the change says.
      const endpoint = await database('webhooks')
        .where({ id: webhookId, enabled: true })
        .select(
          '*',
          database.raw(`coalesce(extract(epoch from now() - failing_since) * 1000, 0)::float8 as failing_for_ms`),
          database.raw('coalesce(previous_secret_until > now(), false) as previous_signs'),
        )
        .first<EndpointRow | undefined>();
      if (!endpoint) return undefined;
      const context = sealingContexts.webhookSecret(webhookId);
      const secret = await box.open(endpoint.sealed_secret, context);
      const { sealed_previous_secret: previous, previous_signs: signs } = endpoint;
      return {
        url: endpoint.url,
        secrets: previous && signs ? [secret, await box.open(previous, context)] : [secret],
        failingForMs: endpoint.failing_for_ms,
        deliveries,
      };
    },

    async noteResults(webhookId, results) {
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
    },

    markAnswering(webhookId) {
      return database.transaction(async (trx) => {
        await trx.raw(
          `update webhook_deliveries set next_attempt_at = now()
           where webhook_id = ? and status = 'pending' and next_attempt_at > now()
             and exists (select from webhooks where id = webhook_id and failing_since < now() - ?::interval)`,
          [webhookId, longFailure],
        );
        await trx<WebhookRow>('webhooks').where({ id: webhookId }).update({ failing_since: null });
      });
    },

    async markFailing(webhookId) {
      await database<WebhookRow>('webhooks')
        .where({ id: webhookId })
        .whereNull('failing_since')
        .update({ failing_since: database.fn.now() });
    },

    disable(webhookId, reason) {
      return database.transaction(async (trx) => {
        const [disabled] = await trx<WebhookRow>('webhooks')
          .where({ id: webhookId, enabled: true })
          .update({ enabled: false, disabled_reason: reason, updated_at: trx.fn.now() })
          .returning('url');
        if (!disabled) return;
        const params = { webhookId, host: new URL(disabled.url).host, why: whyDisabled[reason] };
        await openAlarm(trx, { kind: 'webhook_disabled', subject: webhookId, params }, isMailed);
      });
    },

    tidy: () => tidyWebhooks(database),
  };
}

async function firstOfEachStore(
  database: Knex,
  webhookId: string,
  limit: number,
  except: readonly string[],
): Promise<readonly DueDelivery[]> {
  // Not by `not exists`: without statistics that becomes a join which compares all that waits with each other.
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
