import { z } from 'zod';
import { webhookTypes } from '../../domain/webhook-events.ts';
import { alarm } from './alarms.ts';
import { timestamp } from './fields.ts';
import { store } from './stores.ts';

const webhookStore = store
  .omit({ email: true, secondEmail: true, workflowId: true })
  .extend({ text: z.string().meta({ description: 'What happened and what happens next, as a sentence.' }) })
  .meta({ id: 'WebhookStore', description: 'The store at the time of the event, without e-mail addresses.' });

/** The payload of an event about a store. */
export const storeEvent = z
  .object({
    type: z.enum(webhookTypes.filter((type) => type.startsWith('store.'))),
    timestamp: timestamp.meta({ description: 'When it happened.' }),
    data: webhookStore,
  })
  .meta({ id: 'StoreEvent', description: 'Something that happened to a store.' });

export const applicationEvent = z
  .object({
    type: z.literal('application.secret_expiring'),
    timestamp: timestamp.meta({ description: 'When it was detected.' }),
    data: z.object({ clientId: z.string(), expiresAt: timestamp, daysLeft: z.int() }),
  })
  .meta({ id: 'ApplicationEvent', description: 'An event that concerns every store.' });

export const alarmEvent = z
  .object({
    type: z.enum(['alarm.opened', 'alarm.closed']),
    timestamp: timestamp.meta({ description: 'When it happened.' }),
    data: alarm,
  })
  .meta({ id: 'AlarmEvent', description: 'An alarm was opened or closed.' });

export const webhookHeaders = z.object({
  'webhook-id': z.string().meta({ description: 'Id of the event, the same in every attempt.', examples: ['msg_…'] }),
  'webhook-timestamp': z.string().meta({ description: 'Time of the attempt, in seconds since 1970.' }),
  'webhook-signature': z.string().meta({ description: 'One signature `v1,…` per secret, separated by spaces.' }),
});
