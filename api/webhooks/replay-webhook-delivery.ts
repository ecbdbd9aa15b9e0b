import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { findEnabledWebhook } from './webhook-view.ts';

export function replayWebhookDelivery({ webhooks, webhookDeliveries }: ApiDeps) {
  return route(contract.replayWebhookDelivery, async ({ params }) => {
    const { id } = await findEnabledWebhook(webhooks, params.id);
    const delivery = await webhookDeliveries.replay(id, params.deliveryId);
    if (!delivery) throw new Problem('webhook_delivery_not_found');
    return { status: 202, body: delivery };
  });
}
