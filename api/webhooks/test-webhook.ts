import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findEnabledWebhook } from './webhook-view.ts';

export function testWebhook({ webhooks, webhookDeliveries }: ApiDeps) {
  return route(contract.testWebhook, async ({ params }) => {
    const { id } = await findEnabledWebhook(webhooks, params.id);
    return { status: 202, body: await webhookDeliveries.queueTest(id) };
  });
}
