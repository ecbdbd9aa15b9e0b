import { addWebhook } from '../contract/webhook-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { refuseTarget, toWebhook } from './webhook-view.ts';

export function postWebhook({ webhooks, webhookTargets, publicUrl }: ApiDeps) {
  return route(addWebhook, async ({ body }) => {
    await refuseTarget(webhookTargets, body.url);
    const { webhook, secret } = await webhooks.addWebhook(body);
    const headers = { Location: `${publicUrl}/v1/webhooks/${webhook.id}` };
    return { status: 201, headers, body: { ...toWebhook(webhook), secret } };
  });
}
