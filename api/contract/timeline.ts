import { z } from 'zod';
import { timelineCodes } from '../../domain/timeline.ts';
import { reason, store, storeStatus } from './stores.ts';
import { moment, pageCursor, pageLimit, spoken } from './texts.ts';

export const timelineEntry = z
  .object({
    id: z.string().meta({ description: 'Increasing.', examples: ['42'] }),
    at: moment,
    what: z.enum(timelineCodes).meta({ description: 'A stable code.' }),
    text: z.string().meta({ description: 'What happened and what happens next, as a sentence.' }),
    status: storeStatus.optional(),
    reason: reason.optional(),
  })
  .meta({ id: 'TimelineEntry', description: 'Something that happened to a store.' });
export type TimelineEntry = z.output<typeof timelineEntry>;

export const timelinePage = z
  .object({ items: z.array(timelineEntry), nextCursor: z.string().optional() })
  .meta({ id: 'TimelinePage' });
export const timelineQuery = spoken.extend({ limit: pageLimit, cursor: pageCursor });

/** `data` of the event `store.changed`. */
export const storeChanged = z
  .object({
    storeId: z.uuid(),
    entry: timelineEntry,
    store: store.optional().meta({ description: 'As it is now; absent when it was refused.' }),
  })
  .meta({ id: 'StoreChanged', description: 'A change of a store, as the event stream tells it.' });
export type StoreChanged = z.output<typeof storeChanged>;

export const eventHeaders = z.object({
  'Last-Event-ID': z
    .string()
    .regex(/^\d{1,18}$/, 'It is the id of an event of this stream.')
    .optional()
    .meta({ description: 'Everything after this event is told first.' }),
});
