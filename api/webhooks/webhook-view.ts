import type { Webhook } from '../../adapters/postgres/webhooks/endpoints.ts';
import type { AuditFields } from '../../domain/audit.ts';
import type { WebhookDisabledReason } from '../../domain/webhook-delivery.ts';
import type { Webhook as WebhookBody } from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { invalidBody, Problem } from '../http/problem.ts';

const disabledReasonTexts: Readonly<Record<WebhookDisabledReason, string>> = {
  by_admin: 'An administrator disabled it. Enable it to resume delivery.',
  gone: 'It answered 410 Gone. Check the address, then enable it.',
  failing: 'Every attempt failed for three days. Fix the endpoint, then enable it; failed deliveries can be replayed.',
};

export function toWebhook({ disabledReason, types, ...webhook }: Webhook): WebhookBody {
  return {
    ...webhook,
    types: types && [...types],
    disabledReason: disabledReason && { code: disabledReason, text: disabledReasonTexts[disabledReason] },
  };
}

/** Without the path and the query of the address, which may contain a secret. */
export function auditFields({ url, types, enabled }: Webhook): AuditFields {
  return { host: new URL(url).host, types, enabled };
}

/** @throws {Problem} 404 */
export async function findWebhook(webhooks: ApiDeps['webhooks'], id: string): Promise<Webhook> {
  const webhook = await webhooks.findWebhook(id);
  if (!webhook) throw new Problem('webhook_not_found');
  return webhook;
}

/** @throws {Problem} 404, or 409 for a disabled endpoint. */
export async function findEnabledWebhook(webhooks: ApiDeps['webhooks'], id: string): Promise<Webhook> {
  const webhook = await findWebhook(webhooks, id);
  if (!webhook.enabled) throw new Problem('webhook_disabled');
  return webhook;
}

/** @throws {Problem} 422 for a URL that the policy rejects. */
export async function requireAllowedUrl(policy: ApiDeps['webhookUrlPolicy'], url: string): Promise<void> {
  const detail = await policy.rejectionReason(url);
  if (detail !== undefined) throw invalidBody([{ pointer: '/url', detail }]);
}
