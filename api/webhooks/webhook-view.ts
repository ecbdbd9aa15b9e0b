import type { Webhook } from '../contract/webhooks.ts';
import { invalidBody, Problem } from '../http/problem.ts';
import type { WebhookDisabledReason, WebhookEndpoints, WebhookRecord, WebhookUrlValidator } from '../webhook-ports.ts';

const disabledReasonTexts: Readonly<Record<WebhookDisabledReason, string>> = {
  by_admin: 'An administrator disabled it. Enable it to resume delivery.',
  gone: 'It answered 410 Gone. Check the address, then enable it.',
  failing: 'Every attempt failed for three days. Fix the endpoint, then enable it; failed deliveries can be replayed.',
};

export function toWebhook({ disabledReason, types, ...webhook }: WebhookRecord): Webhook {
  return {
    ...webhook,
    types: types && [...types],
    disabledReason: disabledReason && { code: disabledReason, text: disabledReasonTexts[disabledReason] },
  };
}

/** @throws {Problem} 404 */
export async function findWebhook(webhooks: WebhookEndpoints, id: string): Promise<WebhookRecord> {
  const webhook = await webhooks.findWebhook(id);
  if (!webhook) throw new Problem('webhook_not_found');
  return webhook;
}

/** @throws {Problem} 404, or 409 for a disabled endpoint. */
export async function findEnabledWebhook(webhooks: WebhookEndpoints, id: string): Promise<WebhookRecord> {
  const webhook = await findWebhook(webhooks, id);
  if (!webhook.enabled) throw new Problem('webhook_disabled');
  return webhook;
}

/** @throws {Problem} 422 for a URL that the policy rejects. */
export async function requireAllowedUrl(targets: WebhookUrlValidator, url: string): Promise<void> {
  const detail = await targets.rejectionReason(url);
  if (detail !== undefined) throw invalidBody([{ pointer: '/url', detail }]);
}
