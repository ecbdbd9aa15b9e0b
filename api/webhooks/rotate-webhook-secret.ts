import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { toWebhook } from './webhook-view.ts';

/** Both secrets sign during the overlap. */
const overlapMs = 86_400_000;

export function rotateWebhookSecret({ webhooks }: ApiDeps) {
  return route(contract.rotateWebhookSecret, async ({ params }) => {
    const rotated = await webhooks.rotateSecret(params.id, overlapMs);
    if (!rotated) throw new Problem('webhook_not_found');
    return { status: 200, body: { ...toWebhook(rotated.webhook), secret: rotated.secret } };
  });
}
