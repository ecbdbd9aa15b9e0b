import { operation, plain } from './operation.ts';
import {
  deliveryId,
  deliveryPage,
  deliveryQuery,
  newWebhook,
  replayed,
  replayRange,
  webhook,
  webhookChange,
  webhookDelivery,
  webhookId,
  webhookPage,
  webhookQuery,
  webhookWithSecret,
} from './webhooks.ts';

const bodyProblems = ['invalid_json', 'body_too_large', 'unsupported_media_type', 'invalid_body'] as const;
// Reading is for operators as well: an address may hold a secret of its receiver.
const sentAgain = 'With the same `webhook-id` and body; later events of its store wait for it.';

export const addWebhook = operation({
  ...plain,
  method: 'post',
  path: '/v1/webhooks',
  operationId: 'addWebhook',
  tag: 'Webhooks',
  summary: 'Tell an endpoint what happens',
  description:
    'From now on it gets every event of its types, signed as standardwebhooks.com describes. Events of one store come one after ' +
    'the other, in their order; an event may come twice, with the same `webhook-id`. What is not answered by 2xx within 15 seconds is ' +
    'sent again after about 1, 5 and 15 seconds, then less and less often, for three days.',
  body: newWebhook,
  answers: {
    201: {
      description: 'The endpoint and its secret.',
      schema: webhookWithSecret,
      headers: { Location: 'Address of the webhook.' },
    },
  },
  problems: [...bodyProblems],
});

export const listWebhooks = operation({
  ...plain,
  method: 'get',
  path: '/v1/webhooks',
  operationId: 'listWebhooks',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'List endpoints',
  description: 'The oldest first.',
  query: webhookQuery,
  answers: { 200: { description: 'One page of endpoints.', schema: webhookPage } },
  problems: ['invalid_query'],
});

export const getWebhook = operation({
  ...plain,
  method: 'get',
  path: '/v1/webhooks/{id}',
  operationId: 'getWebhook',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Look at an endpoint',
  description: 'Whether it is enabled, and since when it fails.',
  params: webhookId,
  answers: { 200: { description: 'The endpoint.', schema: webhook } },
  problems: ['webhook_not_found'],
});

export const changeWebhook = operation({
  ...plain,
  method: 'patch',
  path: '/v1/webhooks/{id}',
  operationId: 'changeWebhook',
  tag: 'Webhooks',
  summary: 'Change, disable or enable an endpoint',
  description: 'What waits is sent to the new address. Types concern what happens from now on.',
  params: webhookId,
  body: webhookChange,
  answers: { 200: { description: 'The endpoint as it is now.', schema: webhook } },
  problems: ['webhook_not_found', ...bodyProblems],
});

export const deleteWebhook = operation({
  ...plain,
  method: 'delete',
  path: '/v1/webhooks/{id}',
  operationId: 'deleteWebhook',
  tag: 'Webhooks',
  summary: 'Remove an endpoint',
  description: 'With its secret, what waits for it, and its log.',
  params: webhookId,
  answers: { 204: { description: 'Removed.' } },
  problems: ['webhook_not_found'],
});

export const rotateWebhookSecret = operation({
  ...plain,
  method: 'post',
  path: '/v1/webhooks/{id}/rotate-secret',
  operationId: 'rotateWebhookSecret',
  tag: 'Webhooks',
  summary: 'Make a new secret',
  description: 'For 24 hours the secret so far signs as well: `webhook-signature` carries both.',
  params: webhookId,
  answers: { 200: { description: 'The endpoint and its new secret.', schema: webhookWithSecret } },
  problems: ['webhook_not_found'],
});

export const testWebhook = operation({
  ...plain,
  method: 'post',
  path: '/v1/webhooks/{id}/test',
  operationId: 'testWebhook',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Send a test',
  description: 'An event of the type `webhook.test`. What came of it is in the log of deliveries.',
  params: webhookId,
  answers: { 202: { description: 'It is on its way.', schema: webhookDelivery } },
  problems: ['webhook_not_found', 'webhook_disabled'],
});

export const listWebhookDeliveries = operation({
  ...plain,
  method: 'get',
  path: '/v1/webhooks/{id}/deliveries',
  operationId: 'listWebhookDeliveries',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'What was sent, and what came of it',
  description: 'The newest first. Delivered ones are kept for 30 days, failed ones for 90.',
  params: webhookId,
  query: deliveryQuery,
  answers: { 200: { description: 'One page of deliveries.', schema: deliveryPage } },
  problems: ['webhook_not_found', 'invalid_query'],
});

export const replayWebhookDelivery = operation({
  ...plain,
  method: 'post',
  path: '/v1/webhooks/{id}/deliveries/{deliveryId}/replay',
  operationId: 'replayWebhookDelivery',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Send one delivery again',
  description: sentAgain,
  params: deliveryId,
  answers: { 202: { description: 'It is on its way.', schema: webhookDelivery } },
  problems: ['webhook_not_found', 'webhook_delivery_not_found', 'webhook_disabled'],
});

export const replayFailedDeliveries = operation({
  ...plain,
  method: 'post',
  path: '/v1/webhooks/{id}/deliveries/replay-failed',
  operationId: 'replayFailedDeliveries',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Send again what has failed since a moment',
  description: sentAgain,
  params: webhookId,
  body: replayRange,
  answers: { 202: { description: 'They are on their way.', schema: replayed } },
  problems: ['webhook_not_found', 'webhook_disabled', ...bodyProblems],
});
