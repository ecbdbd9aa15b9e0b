/** An outbox in its own database, and dispatchers that deliver from it. */
import { pino } from 'pino';
import { createWebhookSessions } from '../../../adapters/postgres/webhooks/sessions.ts';
import { createWebhookOutbox } from '../../../adapters/postgres/webhooks/outbox.ts';
import { WebhookSender } from '../../../adapters/webhooks/webhook-sender.ts';
import { startWebhookDispatcher } from '../../../adapters/webhooks/webhook-dispatcher.ts';
import { WebhookUrlPolicy } from '../../../adapters/webhooks/webhook-url-policy.ts';
import type { WebhookDelivery } from '../../../adapters/postgres/webhooks/deliveries.ts';
import { reason } from '../../../domain/reasons.ts';
import { type TimelineEntry, timelineEntry } from '../../../domain/timeline.ts';
import type { WebhookType } from '../../../domain/webhook-events.ts';
import type { WebhookRetries } from '../../../domain/webhook-retries.ts';
import { changeOf, openStoreHarness } from '../postgres/store-harness.ts';

/** Like the production retries, but faster. */
export const quickRetries: WebhookRetries = {
  delaysMs: [10, 30, 60],
  giveUpAfterMs: 60_000,
  disableAfterMs: 3_600_000,
  maxRetryAfterMs: 500,
};
/** Gives up after a few attempts. */
export const fewRetries: WebhookRetries = { ...quickRetries, giveUpAfterMs: 400 };

/** An entry whose webhook is `store.expired` and whose sentence begins with the name. */
export function namedEntry(name: string): TimelineEntry {
  return timelineEntry('expired', { reason: reason('authorization_revoked', { sellerId: name }) });
}

export async function openWebhookHarness() {
  const harness = await openStoreHarness();
  const dispatchers: { close(): Promise<void> }[] = [];
  const logLines: string[] = [];
  return {
    ...harness,
    logLines,

    startDispatcher(retries = quickRetries, { allowPrivate = true, timeoutMs = 15_000 } = {}) {
      const sender = new WebhookSender(new WebhookUrlPolicy(allowPrivate), timeoutMs);
      const dispatcher = startWebhookDispatcher({
        outbox: createWebhookOutbox(harness.database, harness.vault, false),
        sender,
        withSession: createWebhookSessions(harness.url, () => undefined),
        retries,
        log: pino({ level: 'warn' }, { write: (line: string) => void logLines.push(line) }),
      });
      const close = async () => {
        await dispatcher.close();
        sender.close();
      };
      dispatchers.push({ close });
      return { close };
    },

    async register(url: string, types?: readonly WebhookType[]) {
      const { webhook, secret } = await harness.webhooks.addWebhook({ url, types });
      return { webhookId: webhook.id, secret };
    },

    /** Records a change that webhooks report, recognizable by its name. */
    async recordEvent(storeId: string, name: string): Promise<void> {
      await harness.stores.recordChange(changeOf(storeId, { entry: namedEntry(name) }));
    },

    async deliveries(webhookId: string): Promise<readonly WebhookDelivery[]> {
      const { items } = await harness.webhookDeliveries.listDeliveries(webhookId, { limit: 200 });
      return items.toReversed();
    },

    async close() {
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.close()));
      await harness.close();
    },
  };
}
export type WebhookHarness = Awaited<ReturnType<typeof openWebhookHarness>>;
