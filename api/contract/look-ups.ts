import { z } from 'zod';
import { pageQuery, queryText } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';
import { country } from './store-settings.ts';

const websiteList = z
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

const attributeList = z
  .object({ items: z.array(z.object({ code: z.string(), label: z.string() })) })
  .meta({ id: 'AttributeList' });

const marketplaceList = z
  .object({
    items: z.array(
      z.object({
        country,
        name: z.string(),
        marketplaceId: z.string(),
        region: z.enum(['NA', 'EU']).meta({ description: 'One authorization covers the whole region.' }),
        currency: z.string().meta({ description: 'ISO 4217.' }),
      }),
    ),
  })
  .meta({ id: 'MarketplaceList' });

export const listWebsites = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/commerce/websites',
  operationId: 'listWebsites',
  tag: 'Look-ups',
  summary: 'List Commerce websites',
  description: 'A store belongs to one of these websites.',
  responses: { 200: { description: 'The websites.', schema: websiteList } },
  problems: ['commerce_unavailable'],
});

export const listAttributes = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/commerce/attributes',
  operationId: 'listAttributes',
  tag: 'Look-ups',
  summary: 'List Commerce product attributes',
  description: 'For the product mapping. Sorted by code.',
  query: z.object({
    q: queryText(100).default('').meta({ description: 'Part of the code or the label.' }),
    limit: pageQuery.shape.limit,
  }),
  responses: { 200: { description: 'The matching attributes.', schema: attributeList } },
  problems: ['invalid_query', 'commerce_unavailable'],
});

export const listMarketplaces = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/marketplaces',
  operationId: 'listMarketplaces',
  tag: 'Look-ups',
  summary: 'List Amazon marketplaces',
  description: 'Every country a store can sell in.',
  responses: { 200: { description: 'The marketplaces.', schema: marketplaceList } },
});
