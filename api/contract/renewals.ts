import { z } from 'zod';
import { queryTimestamp, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';
import { country } from './store-settings.ts';
import { nextStep, storeStatus } from './stores.ts';

const renewal = z
  .object({
    storeId: z.uuid(),
    name: z.string(),
    country,
    website: z.string(),
    status: storeStatus,
    expiresAt: timestamp,
    next: nextStep.optional(),
  })
  .meta({ id: 'Renewal', description: 'When the authorization of a store ends.' });
const renewalList = z.object({ items: z.array(renewal) }).meta({ id: 'RenewalList' });
const renewalQuery = z.object({
  from: queryTimestamp('Only authorizations that end at this time or later.'),
  to: queryTimestamp('Only authorizations that end before this time.'),
});

export const listRenewals = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/renewals',
  operationId: 'listRenewals',
  tag: 'Renewals',
  summary: 'List renewals',
  description: 'Connected and expired stores, by the end of their authorization.',
  query: renewalQuery,
  responses: { 200: { description: 'The renewals, earliest first.', schema: renewalList } },
  problems: ['invalid_query'],
});

export const getRenewalCalendar = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/renewals.ics',
  operationId: 'getRenewalCalendar',
  tag: 'Renewals',
  summary: 'Renewals as an iCalendar feed',
  description:
    'One event per store. Its UID stays the same when the date changes. A calendar link grants access as well.',
  query: renewalQuery.extend({
    token: z.string().optional().meta({ description: 'The token of a calendar link, in place of the header.' }),
  }),
  responses: { 200: { description: 'The iCalendar feed.', schema: z.string(), contentType: 'text/calendar' } },
  problems: ['invalid_query'],
});
