import { auditChanges } from '../../domain/audit.ts';
import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { describeChange } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { auditFields, findWebhook, requireAllowedUrl, toWebhook } from './webhook-view.ts';

export function changeWebhook({ webhooks, webhookUrlPolicy }: ApiDeps) {
  return route(contract.changeWebhook, async ({ params, body, request }) => {
    const before = await findWebhook(webhooks, params.id);
    if (body.url !== undefined) await requireAllowedUrl(webhookUrlPolicy, body.url);
    const webhook = await webhooks.changeWebhook(params.id, body);
    if (!webhook) throw new Problem('webhook_not_found');
    const changes = auditChanges(auditFields(before), auditFields(webhook));
    // The path and the query of an address may contain a secret.
    describeChange(request, { changes: before.url === webhook.url ? changes : { ...changes, url: {} } });
    return { status: 200, body: toWebhook(webhook) };
  });
}
