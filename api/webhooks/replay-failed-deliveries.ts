import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findEnabledWebhook } from './webhook-view.ts';

export function replayFailedDeliveries({ webhooks, webhookDeliveries }: ApiDeps) {
  return route(contract.replayFailedDeliveries, async ({ params, body }) => {
    const { id } = await findEnabledWebhook(webhooks, params.id);
    return { status: 202, body: { replayed: await webhookDeliveries.replayFailed(id, body.since) } };
  });
}
