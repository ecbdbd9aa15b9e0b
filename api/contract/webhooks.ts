import { z } from 'zod';
import { webhookTestType, webhookTypes } from '../../domain/webhook-events.ts';
import { webhookDeliveryStatuses, webhookDisabledReasons } from '../../domain/webhook-delivery.ts';
import { idParams, pageOf, pageQuery, queryList, text, timestamp, zonedTimestamp } from './fields.ts';
import { defaults, defineOperation, jsonBodyProblems } from './operation.ts';

const url = text('The URL', 2000)
  .refine((value) => /^https?:/i.test(value) && URL.canParse(value), {
    error: 'Give a URL such as https://example.com/perennial.',
    abort: true,
  })
  .refine((value) => new URL(value).username === '' && new URL(value).hash === '', {
    error: 'Give a URL without a user name and without a fragment. Requests are authenticated by their signature.',
  })
  .meta({
    description: 'An HTTPS URL with a public address.',
    format: 'uri',
    examples: ['https://example.com/hook'],
  });
const types = z
  .array(
    z.enum(webhookTypes, `Each type is one of ${webhookTypes.join(', ')}.`),
    'types is a list. Leave it out to receive all types.',
  )
  .min(1, 'Give at least one type, or leave it out to receive all types.')
  .transform((list) => [...new Set(list)]);
const description = text('The description', 200);

const newWebhook = z
  .strictObject(
    {
      url,
      types: types.optional().meta({ description: 'The event types to send. Default: all.' }),
      description: description.optional(),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'NewWebhook', description: 'A webhook endpoint to create.' });

const webhookChange = z
  .strictObject(
    {
      url: url.optional(),
      types: types.nullable().optional().meta({ description: 'Null selects all types.' }),
      description: description.nullable().optional().meta({ description: 'Null removes it.' }),
      enabled: z
        .boolean('enabled is true or false.')
        .optional()
        .meta({ description: 'True resumes deliveries, starting with events that have waited for up to three days.' }),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'WebhookChange', description: 'The settings to change. Absent settings stay as they are.' });

export const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    types: z.array(z.enum(webhookTypes)).optional().meta({ description: 'Absent: all types.' }),
    description: z.string().optional(),
    enabled: z.boolean(),
    disabledReason: z
      .object({ code: z.enum(webhookDisabledReasons), text: z.string() })
      .optional()
      .meta({ description: 'Why it is disabled: by an admin, after a 410 response, or after three days of failures.' }),
    failingSince: timestamp.optional().meta({ description: 'Since when every attempt has failed.' }),
    previousSecretUntil: timestamp
      .optional()
      .meta({ description: 'Until then requests are signed with the previous secret as well.' }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Webhook', description: 'An endpoint that receives events.' });
export type Webhook = z.output<typeof webhook>;

export const webhookWithSecret = webhook
  .extend({
    secret: z.string().meta({ description: 'Shown once. Use it to verify signatures.', examples: ['whsec_…'] }),
  })
  .meta({ id: 'WebhookWithSecret', description: 'A webhook endpoint and its new secret.' });

export const webhookPage = pageOf(webhook).meta({ id: 'WebhookPage' });

export const webhookDelivery = z
  .object({
    id: z.string().meta({ examples: ['42'] }),
    eventId: z.string().meta({ description: 'The `webhook-id` header, the same in every attempt.' }),
    type: z.enum([...webhookTypes, webhookTestType]),
    storeId: z.uuid().optional(),
    status: z.enum(webhookDeliveryStatuses),
    attempts: z
      .array(
        z.object({
          at: timestamp,
          statusCode: z.int().optional().meta({ description: 'Absent when there was no response.' }),
          error: z.string().optional().meta({ description: 'Why the attempt failed; absent after a success.' }),
          durationMs: z.int(),
        }),
      )
      .meta({ description: 'Oldest first.' }),
    nextAttemptAt: timestamp.optional().meta({
      description: 'Absent while it waits for an earlier delivery of its store, or while the endpoint is disabled.',
    }),
    settledAt: timestamp.optional().meta({ description: 'When it was delivered, or failed for good.' }),
    createdAt: timestamp,
  })
  .meta({ id: 'WebhookDelivery', description: 'The delivery of one event to one endpoint.' });

const deliveryPage = pageOf(webhookDelivery).meta({ id: 'DeliveryPage' });

const webhookParams = idParams('webhook endpoint');
const deliveryParams = webhookParams.extend({
  deliveryId: z.string().max(18).meta({ description: 'The id of the delivery.' }),
});

const replayDescription = 'Uses the same `webhook-id` and body. Later events of the same store wait for it.';

export const addWebhook = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/webhooks',
  operationId: 'addWebhook',
  needsFreshSignIn: true,
  tag: 'Webhooks',
  summary: 'Create a webhook endpoint',
  description:
    'The endpoint receives all new events of its types, signed as standardwebhooks.com describes. Events of one store are delivered ' +
    'one at a time, in order. An event may be delivered twice, with the same `webhook-id`. Without a 2xx response within 15 seconds it is ' +
    'sent again after about 1, 5 and 15 seconds, then at growing intervals, for three days.',
  body: newWebhook,
  responses: {
    201: {
      description: 'The endpoint and its secret.',
      schema: webhookWithSecret,
      headers: { Location: 'URL of the webhook endpoint.' },
    },
  },
  problems: jsonBodyProblems,
});

// Reading needs the role operator, because the URL may contain a secret of the receiver.
export const listWebhooks = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/webhooks',
  operationId: 'listWebhooks',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'List webhook endpoints',
  description: 'Oldest first.',
  query: pageQuery,
  responses: { 200: { description: 'One page of endpoints.', schema: webhookPage } },
  problems: ['invalid_query'],
});

export const getWebhook = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/webhooks/{id}',
  operationId: 'getWebhook',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Retrieve a webhook endpoint',
  description: 'Shows whether it is enabled, and since when it has been failing.',
  params: webhookParams,
  responses: { 200: { description: 'The endpoint.', schema: webhook } },
  problems: ['webhook_not_found'],
});

export const changeWebhook = defineOperation({
  ...defaults,
  method: 'patch',
  path: '/v1/webhooks/{id}',
  operationId: 'changeWebhook',
  tag: 'Webhooks',
  summary: 'Update a webhook endpoint',
  description:
    'Use it to disable or enable the endpoint as well. Pending deliveries are sent to the new URL; new types apply to new events only.',
  params: webhookParams,
  body: webhookChange,
  responses: { 200: { description: 'The updated endpoint.', schema: webhook } },
  problems: ['webhook_not_found', ...jsonBodyProblems],
});

export const deleteWebhook = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/webhooks/{id}',
  operationId: 'deleteWebhook',
  needsFreshSignIn: true,
  tag: 'Webhooks',
  summary: 'Delete a webhook endpoint',
  description: 'Deletes its secret and all of its deliveries as well.',
  params: webhookParams,
  responses: { 204: { description: 'The endpoint has been deleted.' } },
  problems: ['webhook_not_found'],
});

export const rotateWebhookSecret = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/webhooks/{id}/rotate-secret',
  operationId: 'rotateWebhookSecret',
  needsFreshSignIn: true,
  tag: 'Webhooks',
  summary: 'Rotate a signing secret',
  description: 'For 24 hours the previous secret signs as well: `webhook-signature` carries both signatures.',
  params: webhookParams,
  responses: { 200: { description: 'The endpoint and its new secret.', schema: webhookWithSecret } },
  problems: ['webhook_not_found'],
});

export const testWebhook = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/webhooks/{id}/test',
  operationId: 'testWebhook',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Send a test event',
  description: 'Sends an event of the type `webhook.test`. The list of deliveries shows the result.',
  params: webhookParams,
  responses: { 202: { description: 'The test event is queued.', schema: webhookDelivery } },
  problems: ['webhook_not_found', 'webhook_disabled'],
});

export const listWebhookDeliveries = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/webhooks/{id}/deliveries',
  operationId: 'listWebhookDeliveries',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'List deliveries',
  description: 'Newest first. Successful deliveries are kept for 30 days, failed ones for 90 days.',
  params: webhookParams,
  query: z.object({ status: queryList(webhookDeliveryStatuses, 'Only these statuses.'), ...pageQuery.shape }),
  responses: { 200: { description: 'One page of deliveries.', schema: deliveryPage } },
  problems: ['webhook_not_found', 'invalid_query'],
});

export const replayWebhookDelivery = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/webhooks/{id}/deliveries/{deliveryId}/replay',
  operationId: 'replayWebhookDelivery',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Replay a delivery',
  description: replayDescription,
  params: deliveryParams,
  responses: { 202: { description: 'The delivery is queued.', schema: webhookDelivery } },
  problems: ['webhook_not_found', 'webhook_delivery_not_found', 'webhook_disabled'],
});

export const replayFailedDeliveries = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/webhooks/{id}/deliveries/replay-failed',
  operationId: 'replayFailedDeliveries',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Replay failed deliveries',
  description: replayDescription,
  params: webhookParams,
  body: z.strictObject(
    { since: zonedTimestamp().meta({ description: 'Replays failed deliveries of events from this time on.' }) },
    'A JSON object is expected.',
  ),
  responses: {
    202: {
      description: 'The deliveries are queued.',
      schema: z.object({ replayed: z.int().meta({ description: 'The number of queued deliveries.' }) }),
    },
  },
  problems: ['webhook_not_found', 'webhook_disabled', ...jsonBodyProblems],
});
