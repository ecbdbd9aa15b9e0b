import { z } from 'zod';
import { campaignStoreStatuses } from '../../domain/campaign.ts';
import { countries } from '../../domain/marketplaces.ts';
import { text, zonedTimestamp } from './fields.ts';

function oneOrMore<T extends string>(label: string, values: readonly [T, ...T[]], description: string) {
  const oneOf = `${label} is one of ${values.join(', ')}, or a list of them.`;
  return z
    .union([z.enum(values), z.array(z.enum(values)).min(1).max(50)], oneOf)
    .transform((value) => [value].flat())
    .optional()
    .meta({ description, type: 'array', items: { type: 'string', enum: [...values] } });
}

const utcTimestamp = (label: string, description: string) =>
  zonedTimestamp(`${label} is a timestamp such as 2027-01-31T12:00:00Z.`)
    .transform((value) => new Date(value).toISOString())
    .optional()
    .meta({ description, type: 'string', format: 'date-time' });

const storeSelection = z
  .strictObject(
    {
      country: oneOrMore('The country', countries, 'Only stores in these countries.'),
      website: text('The website', 64).optional().meta({ description: 'Only stores of this website (its code).' }),
      status: oneOrMore('The status', campaignStoreStatuses, 'Only stores with these statuses. Default: all three.'),
      authorizedBefore: utcTimestamp('authorizedBefore', 'Only authorizations that were granted before this time.'),
      ids: z
        .array(z.uuid('Each entry is the id of a store.').toLowerCase(), 'ids is a list of store ids.')
        .min(1, 'ids is empty. Leave it out to select all stores.')
        .max(1000, 'ids has more than 1,000 entries.')
        .optional()
        .meta({ description: 'Only these stores.' }),
    },
    'stores is an object; {} selects every store.',
  )
  .meta({ id: 'CampaignStores', description: 'Selects stores. An absent filter does not restrict the selection.' });

const overDaysHint = 'overDays is a whole number from 0 to 60.';

export const newCampaign = z
  .strictObject(
    {
      name: text('The name', 100).meta({
        description: 'For your own use; sellers do not see it.',
        examples: ['Shipping settings role'],
      }),
      reason: text('The reason', 300).meta({
        description: 'A sentence for the sellers; it is part of the e-mail.',
        examples: ['We now also read your shipping settings.'],
      }),
      stores: storeSelection,
      overDays: z.int(overDaysHint).min(0, overDaysHint).max(60, overDaysHint).meta({
        description: 'The number of days to spread the first e-mails over. With 0 they are sent at one per second.',
      }),
      startsAt: utcTimestamp(
        'startsAt',
        'When it starts. Default: now. Sellers who consent after this time are skipped.',
      ),
    },
    'A JSON object is expected.',
  )
  .meta({ id: 'NewCampaign', description: 'A campaign to create.' });
