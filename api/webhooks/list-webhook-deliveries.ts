import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findWebhook } from './webhook-view.ts';

export function listWebhookDeliveries({ webhooks, webhookDeliveries }: ApiDeps) {
  return route(contract.listWebhookDeliveries, async ({ params, query }) => {
    const { id } = await findWebhook(webhooks, params.id);
    return { status: 200, body: await webhookDeliveries.listDeliveries(id, query) };
  });
}
