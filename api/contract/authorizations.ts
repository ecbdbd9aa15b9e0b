import { z } from 'zod';
import { querySellerId, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';
import { country } from './store-settings.ts';

const sellerMarketplace = z.object({
  countryCode: z.string().meta({ examples: ['US'] }),
  isParticipating: z.boolean(),
  hasSuspendedListings: z.boolean(),
});

const authorization = z
  .object({
    sellerId: z.string().meta({ description: "Amazon's id of the seller.", examples: ['A2LV4V6AKMD2QH'] }),
    region: z.enum(['NA', 'EU']).meta({ description: 'One authorization covers the whole region.' }),
    authorizedAt: timestamp,
    expiresAt: timestamp,
    stores: z
      .array(z.object({ id: z.uuid(), name: z.string(), country }))
      .meta({ description: 'The stores that use this authorization.' }),
    marketplaces: z
      .array(sellerMarketplace)
      .meta({ description: "The seller's marketplaces in this region, as Amazon listed them at `checkedAt`." }),
    checkedAt: timestamp.optional(),
  })
  .meta({ id: 'Authorization', description: 'What a seller granted for one region.' });

export const authorizationList = z.object({ items: z.array(authorization) }).meta({ id: 'AuthorizationList' });

export const listAuthorizations = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/authorizations',
  operationId: 'listAuthorizations',
  tag: 'Connection',
  summary: 'List authorizations',
  description: 'Current authorizations, one per seller and region, with the stores that share each of them.',
  query: z.object({
    sellerId: querySellerId.optional().meta({ description: 'Only authorizations of this seller.' }),
  }),
  responses: { 200: { description: 'All authorizations.', schema: authorizationList } },
  problems: ['invalid_query'],
});
