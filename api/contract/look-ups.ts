import { z } from 'zod';
import { country, nextStep, storeStatus } from './stores.ts';
import { moment, queryMoment, queryText } from './texts.ts';

export const renewal = z
  .object({
    storeId: z.uuid(),
    name: z.string(),
    country,
    website: z.string(),
    status: storeStatus,
    expiresAt: moment,
    next: nextStep.optional(),
  })
  .meta({ id: 'Renewal', description: 'When the authorization of a store ends.' });
export const renewalList = z.object({ items: z.array(renewal) }).meta({ id: 'RenewalList' });
export const renewalQuery = z.object({
  from: queryMoment('Only authorizations that end at this moment or later.'),
  to: queryMoment('Only authorizations that end before this moment.'),
});

export const calendarQuery = renewalQuery.extend({
  token: z.string().optional().meta({ description: 'Of a calendar link, instead of a token in the header.' }),
});

export const websiteList = z
  .object({
    items: z.array(
      z.object({
        code: z.string().meta({ examples: ['base'] }),
        name: z.string().meta({ examples: ['Main Website'] }),
        defaultStoreView: z
          .string()
          .optional()
          .meta({ description: 'Code of the store view that orders are imported into.' }),
      }),
    ),
  })
  .meta({ id: 'WebsiteList' });

export const attributeList = z
  .object({ items: z.array(z.object({ code: z.string(), label: z.string() })) })
  .meta({ id: 'AttributeList' });
export const attributeQuery = z.object({
  q: queryText(100).default('').meta({ description: 'Part of the code or the label.' }),
  limit: z
    .string('Give it once.')
    .regex(/^0*([1-9]\d?|1\d\d|200)$/, 'Give a whole number from 1 to 200.')
    .transform(Number)
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200, default: 50, pattern: undefined }),
});

export const marketplaceList = z
  .object({
    items: z.array(
      z.object({
        country,
        name: z.string(),
        marketplaceId: z.string(),
        region: z.enum(['NA', 'EU']).meta({ description: 'One authorization serves the whole region.' }),
        currency: z.string().meta({ description: 'ISO 4217.' }),
      }),
    ),
  })
  .meta({ id: 'MarketplaceList' });
