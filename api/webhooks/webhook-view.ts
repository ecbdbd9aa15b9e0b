import type { Webhook } from '../contract/webhooks.ts';
import { invalidBody, Problem } from '../http/problem.ts';
import type { WebhookDisabledReason, WebhookEndpoints, WebhookRecord, WebhookUrlValidator } from '../webhook-ports.ts';

const whyDisabled: Readonly<Record<WebhookDisabledReason, string>> = {
  by_admin: 'An administrator disabled it. Enable it to go on.',
  gone: 'It answered 410 Gone. Check the address, then enable it.',
  failing: 'It failed every attempt for three days. Mend it, then enable it; what has failed can be replayed.',
};

export function toWebhook({ disabledReason, types, ...webhook }: WebhookRecord): Webhook {
  return {
    ...webhook,
    ...(types && { types: [...types] }),
    ...(disabledReason && { disabledReason: { code: disabledReason, text: whyDisabled[disabledReason] } }),
  };
}

/** @throws {Problem} 404. */
export async function findWebhook(webhooks: WebhookEndpoints, id: string): Promise<WebhookRecord> {
  const webhook = await webhooks.findWebhook(id);
  if (!webhook) throw new Problem('webhook_not_found');
  return webhook;
}

/** @throws {Problem} 404, or 409 while nothing is sent to it. */
export async function findEnabledWebhook(webhooks: WebhookEndpoints, id: string): Promise<WebhookRecord> {
  const webhook = await findWebhook(webhooks, id);
  if (!webhook.enabled) throw new Problem('webhook_disabled');
  return webhook;
}

/** @throws {Problem} 422 for an address that nothing may be sent to. */
export async function requireAllowedUrl(targets: WebhookUrlValidator, url: string): Promise<void> {
  const detail = await targets.rejectionReason(url);
  if (detail !== undefined) throw invalidBody([{ pointer: '/url', detail }]);
}
