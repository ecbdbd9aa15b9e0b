import { z } from 'zod';
import { campaignProgresses, campaignStates, campaignStoreStatuses } from '../../domain/campaign.ts';
import { countries } from '../../domain/marketplaces.ts';
import { country, storeStatus } from './stores.ts';
import { moment, pageCursor, pageLimit, queryList, text } from './texts.ts';

/** One value or a list of them. */
function oneOrMore<T extends string>(what: string, values: readonly [T, ...T[]], description: string) {
  const oneOf = `${what} is one of ${values.join(', ')}, or a list of them.`;
  return z
    .union([z.enum(values), z.array(z.enum(values)).min(1).max(50)], oneOf)
    .transform((given) => [given].flat())
    .optional()
    .meta({ description, type: 'array', items: { type: 'string', enum: [...values] } });
}

const pointInTime = (what: string) =>
  z.iso
    .datetime({ offset: true, error: `${what} is a moment such as 2027-01-31T12:00:00Z.` })
    .transform((value) => new Date(value).toISOString())
    .optional();

const storesConcerned = z
  .strictObject(
    {
      country: oneOrMore('The country', countries, 'Only stores of these countries.'),
      website: text('The website', 64).optional().meta({ description: 'Only stores of this website (its code).' }),
      status: oneOrMore('The status', campaignStoreStatuses, 'Only stores in these statuses; all three unless given.'),
      authorizedBefore: pointInTime('authorizedBefore').meta({
        description: 'Only authorizations that were given before this.',
        type: 'string',
        format: 'date-time',
      }),
      ids: z
        .array(z.uuid('Each is the id of a store.').toLowerCase(), 'ids is a list of ids of stores.')
        .min(1, 'ids is empty. Leave it out to ask for all stores.')
        .max(1000, 'ids holds more than 1,000 stores.')
        .optional()
        .meta({ description: 'Only these stores.' }),
    },
    'stores is an object; {} means every store.',
  )
  .meta({ id: 'CampaignStores', description: 'Which stores are concerned. What is left out does not matter.' });

export const newCampaign = z
  .strictObject(
    {
      name: text('The name', 100).meta({ description: 'For you.', examples: ['Shipping settings role'] }),
      reason: text('The reason', 300).meta({
        description: 'A sentence that the sellers read.',
        examples: ['We now also read your shipping settings.'],
      }),
      stores: storesConcerned,
      overDays: z
        .int('overDays is a whole number from 0 to 60.')
        .min(0, 'overDays is a whole number from 0 to 60.')
        .max(60, 'overDays is a whole number from 0 to 60.')
        .meta({
          description:
            'The first messages are spread over so many days. With 0 they leave at the pace of the mail server, one a second.',
        }),
      startsAt: pointInTime('startsAt').meta({
        description: 'At once unless given. Whoever agrees later than this is not asked.',
        type: 'string',
        format: 'date-time',
      }),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'NewCampaign', description: 'Asks many sellers to agree again.' });

const campaignState = z.enum(campaignStates).meta({
  id: 'CampaignState',
  description:
    '`scheduled`: waits for its start. `running`. `paused`: its clock stands still. `finished`: everybody has agreed or has had a request and a reminder. `cancelled`: nobody is asked any more.',
});
const progress = z.enum(campaignProgresses).meta({
  id: 'CampaignProgress',
  description:
    '`planned`: its turn will come. `waiting`: asked, has not agreed yet. `consented`: asked and agreed. `skipped`: not asked, or nothing is left to ask for.',
});
const count = z.int();

export const campaignPreview = z
  .object({
    stores: count.meta({ description: 'Stores that are concerned now.' }),
    authorizations: count.meta({ description: 'Sellers and regions that they belong to.' }),
    messages: count.meta({ description: 'First messages: one for each authorization.' }),
    reminders: count.meta({ description: 'Reminders at most: for those who have not agreed after a week.' }),
  })
  .meta({ id: 'CampaignPreview', description: 'What a campaign would do if it started now.' });

export const campaign = z
  .object({
    id: z.uuid(),
    name: z.string(),
    reason: z.string(),
    stores: z
      .object({
        country: z.array(country).optional(),
        website: z.string().optional(),
        status: z.array(storeStatus).optional(),
        authorizedBefore: moment.optional(),
        ids: z.array(z.uuid()).optional(),
      })
      .meta({ description: 'As it was asked for.' }),
    overDays: count,
    startsAt: moment,
    state: campaignState,
    counts: z
      .object({
        authorizations: count,
        planned: count,
        waiting: count,
        consented: count,
        skipped: count,
        messages: z.object({
          sent: count,
          queued: count.meta({ description: 'On their way to the mail server.' }),
          failed: count.meta({ description: 'Refused, or given up after three days.' }),
        }),
      })
      .meta({
        description:
          'All zero before the start, when it is fixed who is asked. Each authorization counts in one place.',
      }),
    nextMessageAt: moment.optional().meta({ description: 'Absent while nobody is to be asked.' }),
    endedAt: moment.optional(),
    workflowId: z.string().meta({ description: 'In Temporal.' }),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Campaign', description: 'A campaign and how far it is.' });
export type Campaign = z.output<typeof campaign>;

export const campaignAuthorization = z
  .object({
    id: z.uuid().meta({ description: 'Of the authorization.' }),
    sellerId: z.string(),
    region: z.enum(['NA', 'EU']),
    state: progress,
    stores: z.array(z.object({ id: z.uuid(), name: z.string(), country, website: z.string(), status: storeStatus })),
    reason: z
      .object({ code: z.enum(['renewed', 'stores_gone', 'cancelled']), text: z.string() })
      .optional()
      .meta({ description: 'Why it is skipped.' }),
    askedAt: moment.optional(),
    remindedAt: moment.optional(),
    consentedAt: moment.optional(),
    message: z.enum(['queued', 'sent', 'failed']).optional().meta({ description: 'What became of the last message.' }),
  })
  .meta({ id: 'CampaignAuthorization', description: 'A seller of one region, asked once for all of its stores.' });
export type CampaignAuthorizationView = z.output<typeof campaignAuthorization>;

const nextCursor = z.string().optional().meta({ description: 'Absent on the last page.' });
export const campaignPage = z.object({ items: z.array(campaign), nextCursor }).meta({ id: 'CampaignPage' });
export const campaignAuthorizationPage = z
  .object({ items: z.array(campaignAuthorization), nextCursor })
  .meta({ id: 'CampaignAuthorizationPage' });

export const campaignId = z.object({ id: z.uuid().toLowerCase().meta({ description: 'The id of the campaign.' }) });
export const campaignQuery = z.object({ limit: pageLimit, cursor: pageCursor });
export const campaignAuthorizationQuery = campaignQuery.extend({
  state: queryList(campaignProgresses, 'Only those that stand here.'),
});
