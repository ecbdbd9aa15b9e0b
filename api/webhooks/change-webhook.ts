import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { requireAllowedUrl, toWebhook } from './webhook-view.ts';

export function changeWebhook({ webhooks, webhookUrlPolicy }: ApiDeps) {
  return route(contract.changeWebhook, async ({ params, body }) => {
    if (body.url !== undefined) await requireAllowedUrl(webhookUrlPolicy, body.url);
    const webhook = await webhooks.changeWebhook(params.id, body);
    if (!webhook) throw new Problem('webhook_not_found');
    return { status: 200, body: toWebhook(webhook) };
  });
}
