import { changeWebhook } from '../contract/webhook-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { refuseTarget, toWebhook } from './webhook-view.ts';

export function patchWebhook({ webhooks, webhookTargets }: ApiDeps) {
  return route(changeWebhook, async ({ params, body }) => {
    if (body.url !== undefined) await refuseTarget(webhookTargets, body.url);
    const changed = await webhooks.changeWebhook(params.id, body);
    if (!changed) throw new Problem('webhook_not_found');
    return { status: 200, body: toWebhook(changed) };
  });
}
