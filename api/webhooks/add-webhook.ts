import { auditChanges } from '../../domain/audit.ts';
import * as contract from '../contract/webhooks.ts';
import type { ApiDeps } from '../deps.ts';
import { describeChange } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { auditFields, requireAllowedUrl, toWebhook } from './webhook-view.ts';

export function addWebhook({ webhooks, webhookUrlPolicy, publicUrl }: ApiDeps) {
  return route(contract.addWebhook, async ({ body, request }) => {
    await requireAllowedUrl(webhookUrlPolicy, body.url);
    const { webhook, secret } = await webhooks.addWebhook(body);
    describeChange(request, { changes: auditChanges({}, auditFields(webhook)) });
    const headers = { Location: `${publicUrl}/v1/webhooks/${webhook.id}` };
    return { status: 201, headers, body: { ...toWebhook(webhook), secret } };
  });
}
