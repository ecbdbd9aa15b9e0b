import { z } from 'zod';
import { actorKinds } from '../../domain/actors.ts';
import { timelineCodes } from '../../domain/timeline.ts';
import { langQuery, pageOf, pageQuery, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';
import { reason, store, storeParams, storeStatus } from './stores.ts';

export const timelineEntry = z
  .object({
    id: z.string().meta({ description: 'Increasing.', examples: ['42'] }),
    at: timestamp,
    what: z.enum(timelineCodes).meta({ description: 'A stable code.' }),
    text: z.string().meta({ description: 'What happened and what happens next, as a sentence.' }),
    status: storeStatus.optional(),
    reason: reason.optional(),
    actor: z.string().optional().meta({
      description:
        'Who caused it: the name of a token, `admin` (`ADMIN_TOKEN`), `seller`, `Amazon` or `Perennial`. Absent for a person whom an older release did not record.',
    }),
    actorKind: z.enum(actorKinds).optional().meta({ description: 'What `actor` is.' }),
  })
  .meta({ id: 'TimelineEntry', description: 'Something that happened to a store.' });
export type TimelineEntry = z.output<typeof timelineEntry>;

export const timelinePage = pageOf(timelineEntry).meta({ id: 'TimelinePage' });

/** `data` of the event `store.changed`. */
export const storeChanged = z
  .object({
    storeId: z.uuid(),
    entry: timelineEntry,
    store: store.optional().meta({ description: 'The current state; absent when the store was rejected.' }),
  })
  .meta({ id: 'StoreChanged', description: 'A change of a store, as the event stream sends it.' });
export type StoreChanged = z.output<typeof storeChanged>;

const eventHeaders = z.object({
  'Last-Event-ID': z
    .string()
    .regex(/^\d{1,18}$/, 'It is the id of an event of this stream.')
    .optional()
    .meta({ description: 'The last event you received. The stream starts with the events after it.' }),
});

export const getTimeline = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/stores/{id}/timeline',
  operationId: 'getTimeline',
  tag: 'Stores',
  summary: "List a store's timeline",
  description: 'Newest entries first.',
  params: storeParams,
  query: langQuery.extend(pageQuery.shape),
  responses: { 200: { description: 'One page of entries.', schema: timelinePage } },
  problems: ['store_not_found', 'invalid_query'],
});

export const streamEvents = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/events',
  operationId: 'streamEvents',
  tag: 'Stores',
  summary: 'Stream store changes',
  description:
    'Server-sent events: `event: store.changed`, an increasing `id`, and `data` as described below. A comment is sent every 15 seconds. ' +
    'With `Last-Event-ID`, which browsers send automatically, missed events come first.',
  query: langQuery,
  headers: eventHeaders,
  responses: { 200: { description: 'A stream of events.', schema: storeChanged, contentType: 'text/event-stream' } },
  problems: ['invalid_query', 'invalid_header', 'too_many_listeners'],
});
