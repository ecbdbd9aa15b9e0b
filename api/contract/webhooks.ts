import { z } from 'zod';
import { webhookTestType, webhookTypes } from '../../domain/webhook-events.ts';
import { webhookDeliveryStatuses, webhookDisabledReasons } from '../webhook-ports.ts';
import { store } from './stores.ts';
import { moment, pageCursor, pageLimit, queryList, text } from './texts.ts';

const url = text('The address', 2000)
  .refine((value) => /^https?:/i.test(value) && URL.canParse(value), {
    error: 'Give an address such as https://example.com/perennial.',
    abort: true,
  })
  .refine((value) => new URL(value).username === '' && new URL(value).hash === '', {
    error: 'Give the address without a user name and without a fragment: requests are signed instead.',
  })
  .meta({
    description: 'https, at an address of the public internet.',
    format: 'uri',
    examples: ['https://example.com/hook'],
  });
const types = z
  .array(
    z.enum(webhookTypes, `Each type is one of ${webhookTypes.join(', ')}.`),
    'The types are a list; leave it out for all of them.',
  )
  .min(1, 'Name at least one type, or leave it out for all of them.')
  .transform((given) => [...new Set(given)]);
const description = text('The description', 200);

export const newWebhook = z
  .strictObject(
    {
      url,
      types: types.optional().meta({ description: 'Only these; all when it is absent.' }),
      description: description.optional(),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'NewWebhook', description: 'An endpoint to tell.' });

export const webhookChange = z
  .strictObject(
    {
      url: url.optional(),
      types: types.nullable().optional().meta({ description: 'Null: all.' }),
      description: description.nullable().optional().meta({ description: 'Null removes it.' }),
      enabled: z
        .boolean('enabled is true or false.')
        .optional()
        .meta({ description: 'Enabling resumes: what waited up to three days is sent first.' }),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'WebhookChange', description: 'What to change; what is absent stays.' });

export const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    types: z.array(z.enum(webhookTypes)).optional().meta({ description: 'Absent: all.' }),
    description: z.string().optional(),
    enabled: z.boolean(),
    disabledReason: z
      .object({ code: z.enum(webhookDisabledReasons), text: z.string() })
      .optional()
      .meta({ description: 'Why nothing is sent: an administrator, an answer 410, or three days of failures.' }),
    failingSince: moment.optional().meta({ description: 'Since when every attempt has failed.' }),
    previousSecretUntil: moment.optional().meta({ description: 'Until then two secrets sign.' }),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Webhook', description: 'An endpoint that is told what happens.' });
export type Webhook = z.output<typeof webhook>;

export const webhookWithSecret = webhook
  .extend({
    secret: z.string().meta({ description: 'Shown this once. Verify signatures with it.', examples: ['whsec_…'] }),
  })
  .meta({ id: 'WebhookWithSecret', description: 'An endpoint and its new secret.' });

const nextCursor = z.string().optional().meta({ description: 'Absent on the last page.' });
export const webhookPage = z.object({ items: z.array(webhook), nextCursor }).meta({ id: 'WebhookPage' });
export const webhookQuery = z.object({ limit: pageLimit, cursor: pageCursor });

export const webhookDelivery = z
  .object({
    id: z.string().meta({ examples: ['42'] }),
    eventId: z.string().meta({ description: 'The header `webhook-id`, the same in every attempt.' }),
    type: z.enum([...webhookTypes, webhookTestType]),
    storeId: z.uuid().optional(),
    status: z.enum(webhookDeliveryStatuses),
    attempts: z
      .array(
        z.object({
          at: moment,
          statusCode: z.int().optional().meta({ description: 'Absent when there was no answer.' }),
          error: z.string().optional().meta({ description: 'What went wrong; absent when it was delivered.' }),
          durationMs: z.int(),
        }),
      )
      .meta({ description: 'The oldest first.' }),
    nextAttemptAt: moment.optional().meta({
      description: 'Absent while it waits for an earlier one of its store, or for the endpoint to be enabled.',
    }),
    settledAt: moment.optional().meta({ description: 'When it was delivered or given up.' }),
    createdAt: moment,
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one endpoint.' });

export const deliveryPage = z.object({ items: z.array(webhookDelivery), nextCursor }).meta({ id: 'DeliveryPage' });
export const deliveryQuery = z.object({
  status: queryList(webhookDeliveryStatuses, 'Only these statuses.'),
  limit: pageLimit,
  cursor: pageCursor,
});

export const webhookId = z.object({ id: z.uuid().toLowerCase().meta({ description: 'The id of the webhook.' }) });
export const deliveryId = webhookId.extend({
  deliveryId: z.string().max(18).meta({ description: 'The id of the delivery.' }),
});
export const replayRange = z.strictObject(
  {
    since: z.iso
      .datetime({ offset: true, error: 'Give a moment such as 2027-01-31T12:00:00Z.' })
      .meta({ description: 'Failed deliveries of events from then on.' }),
  },
  'A JSON object is expected.',
);
export const replayed = z.object({ replayed: z.int().meta({ description: 'How many are sent again.' }) });

const webhookStore = store
  .omit({ email: true, secondEmail: true, workflowId: true })
  .extend({ text: z.string().meta({ description: 'What happened and what happens next, as a sentence.' }) })
  .meta({ id: 'WebhookStore', description: 'The store as it was in that moment, without e-mail addresses.' });

/** What a receiver gets about a store. */
export const storeEvent = z
  .object({
    type: z.enum(webhookTypes.filter((type) => type.startsWith('store.'))),
    timestamp: moment.meta({ description: 'When it happened.' }),
    data: webhookStore,
  })
  .meta({ id: 'StoreEvent', description: 'Something that happened to a store.' });
export const applicationEvent = z
  .object({
    type: z.literal('application.secret_expiring'),
    timestamp: moment.meta({ description: 'When it was noticed.' }),
    data: z.object({ clientId: z.string(), expiresAt: moment, daysLeft: z.int() }),
  })
  .meta({ id: 'ApplicationEvent', description: 'What concerns every store.' });
export const eventHeaders = z.object({
  'webhook-id': z.string().meta({ description: 'Of the event; the same in every attempt.', examples: ['msg_…'] }),
  'webhook-timestamp': z.string().meta({ description: 'Of the attempt, in seconds since 1970.' }),
  'webhook-signature': z.string().meta({ description: 'One signature `v1,…` per secret, separated by spaces.' }),
});
