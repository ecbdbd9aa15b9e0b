/** The outbox on a database of its own, and processes that deliver from it. */
import { pino } from 'pino';
import { createWebhookSessions } from '../../../adapters/postgres/webhooks/sessions.ts';
import { createWebhookOutbox } from '../../../adapters/postgres/webhooks/outbox.ts';
import { createWebhookSender } from '../../../adapters/webhooks/send-webhook.ts';
import { startWebhookPump } from '../../../adapters/webhooks/start-webhook-pump.ts';
import { createWebhookTargets } from '../../../adapters/webhooks/webhook-targets.ts';
import type { WebhookDeliveryRecord } from '../../../api/webhook-ports.ts';
import type { WebhookType } from '../../../domain/webhook-events.ts';
import type { WebhookRetries } from '../../../domain/webhook-retries.ts';
import { changeOf, openStoreWorld } from '../postgres/store-harness.ts';

/** As in real life, only faster. */
export const quickRetries: WebhookRetries = {
  pausesMs: [10, 30, 60],
  giveUpAfterMs: 60_000,
  disableAfterMs: 3_600_000,
  longestAskedPauseMs: 500,
};
/** Gives up after some attempts. */
export const impatientRetries: WebhookRetries = { ...quickRetries, giveUpAfterMs: 400 };

export async function openWebhookWorld() {
  const world = await openStoreWorld();
  const pumps: { close(): Promise<void> }[] = [];
  const logLines: string[] = [];
  return {
    ...world,
    logLines,

    startPump(retries = quickRetries, { allowPrivate = true, timeoutMs = 15_000 } = {}) {
      const sender = createWebhookSender(createWebhookTargets(allowPrivate), timeoutMs);
      const pump = startWebhookPump({
        outbox: createWebhookOutbox(world.database, world.box, false),
        send: sender.send,
        keepSession: createWebhookSessions(world.url, () => undefined),
        retries,
        log: pino({ level: 'warn' }, { write: (line: string) => void logLines.push(line) }),
      });
      const close = async () => {
        await pump.close();
        sender.close();
      };
      pumps.push({ close });
      return { close };
    },

    async register(url: string, types?: readonly WebhookType[]) {
      const { webhook, secret } = await world.webhooks.addWebhook({ url, ...(types && { types }) });
      return { webhookId: webhook.id, secret };
    },

    /** Something a listener hears of: the store is activated or deactivated, with this text. */
    async happen(storeId: string, text: string): Promise<void> {
      await world.stores.recordChange(changeOf(storeId, { entry: { what: 'enabled', text } }));
    },

    async deliveries(webhookId: string): Promise<readonly WebhookDeliveryRecord[]> {
      const { items } = await world.webhookDeliveries.listDeliveries(webhookId, { limit: 200 });
      return items.toReversed();
    },

    async close() {
      await Promise.all(pumps.map((pump) => pump.close()));
      await world.close();
    },
  };
}
export type WebhookWorld = Awaited<ReturnType<typeof openWebhookWorld>>;
