import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { toWebhook } from './webhook-view.ts';

export function listWebhooks({ webhooks }: ApiDeps) {
  return route(contract.listWebhooks, async ({ query }) => {
    const { items, nextCursor } = await webhooks.listWebhooks(query);
    return { status: 200, body: { items: items.map(toWebhook), nextCursor } };
  });
}
