import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function deleteWebhook({ webhooks }: ApiDeps) {
  return route(contract.deleteWebhook, async ({ params }) => {
    if (!(await webhooks.removeWebhook(params.id))) throw new Problem('webhook_not_found');
    return { status: 204 };
  });
}
