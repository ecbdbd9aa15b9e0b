import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook } from './change-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { getWebhook } from './get-webhook.ts';
import { listWebhookDeliveries } from './list-webhook-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { replayFailedDeliveries } from './replay-failed-deliveries.ts';
import { replayWebhookDelivery } from './replay-webhook-delivery.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { testWebhook } from './test-webhook.ts';

export function webhookRoutes(deps: ApiDeps): readonly Route[] {
  return [
    addWebhook(deps),
    listWebhooks(deps),
    getWebhook(deps),
    changeWebhook(deps),
    deleteWebhook(deps),
    rotateWebhookSecret(deps),
    testWebhook(deps),
    listWebhookDeliveries(deps),
    replayWebhookDelivery(deps),
    replayFailedDeliveries(deps),
  ];
}
