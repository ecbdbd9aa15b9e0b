import { z } from 'zod';
import { country } from './stores.ts';
import { moment, queryText } from './texts.ts';

const sellerMarketplace = z.object({
  countryCode: z.string().meta({ examples: ['US'] }),
  isParticipating: z.boolean(),
  hasSuspendedListings: z.boolean(),
});

export const authorization = z
  .object({
    sellerId: z.string().meta({ description: "Amazon's id of the seller.", examples: ['A2LV4V6AKMD2QH'] }),
    region: z.enum(['NA', 'EU']).meta({ description: 'One authorization serves the whole region.' }),
    authorizedAt: moment,
    expiresAt: moment,
    stores: z
      .array(z.object({ id: z.uuid(), name: z.string(), country }))
      .meta({ description: 'The stores that use it.' }),
    marketplaces: z
      .array(sellerMarketplace)
      .meta({ description: "The seller's marketplaces of the region, as Amazon named them at `checkedAt`." }),
    checkedAt: moment.optional(),
  })
  .meta({ id: 'Authorization', description: 'What a seller agreed to for one region.' });

export const authorizationList = z.object({ items: z.array(authorization) }).meta({ id: 'AuthorizationList' });
export const authorizationQuery = z.object({
  sellerId: queryText(64).optional().meta({ description: 'Only those of this seller.' }),
});
