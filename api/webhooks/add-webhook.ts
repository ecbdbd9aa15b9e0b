import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { requireAllowedUrl, toWebhook } from './webhook-view.ts';

export function addWebhook({ webhooks, webhookUrlPolicy, publicUrl }: ApiDeps) {
  return route(contract.addWebhook, async ({ body }) => {
    await requireAllowedUrl(webhookUrlPolicy, body.url);
    const { webhook, secret } = await webhooks.addWebhook(body);
    const headers = { Location: `${publicUrl}/v1/webhooks/${webhook.id}` };
    return { status: 201, headers, body: { ...toWebhook(webhook), secret } };
  });
}
