import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findWebhook, toWebhook } from './webhook-view.ts';

export function getWebhook({ webhooks }: ApiDeps) {
  return route(contract.getWebhook, async ({ params }) => ({
    status: 200,
    body: toWebhook(await findWebhook(webhooks, params.id)),
  }));
}
