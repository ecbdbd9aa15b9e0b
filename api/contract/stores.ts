import { z } from 'zod';
import { countries, productIdTypes } from '../../domain/marketplaces.ts';
import { reasonCodes } from '../../domain/reasons.ts';
import { storeStatuses } from '../../domain/store-status.ts';
import { moment, pageCursor, pageLimit, queryList, queryMoment, queryText, spoken, text } from './texts.ts';

const oneOf = (what: string, values: readonly string[]) => `${what} is one of ${values.join(', ')}.`;

export const country = z.enum(countries, oneOf('The country', countries)).meta({
  id: 'Country',
  description: 'The Amazon marketplace: United States, Canada, Mexico or United Kingdom.',
});
export const productIdType = z
  .enum(productIdTypes, oneOf('The product id type', productIdTypes))
  .meta({ id: 'ProductIdType', description: 'The kind of product id that Amazon matches listings by.' });
export const storeStatus = z.enum(storeStatuses).meta({
  id: 'StoreStatus',
  description:
    '`creating`: accepted, not recorded yet. `awaiting_authorization`: the seller has to agree at Amazon. `verifying`: being checked. ' +
    '`active`: connected. `renewal_due`: works, renewal was asked for. `expired`: the year ended. `disconnected`: the seller revoked or an admin disconnected. `deleted`: a tombstone.',
});

const storeName = text('The name', 100).meta({
  description: 'Unique among stores, whatever its case.',
  examples: ['Amazon Store USA'],
});
const email = text('The e-mail address', 254)
  .regex(z.regexes.email, 'Give an e-mail address such as seller@example.com.')
  .meta({ description: 'Who is asked to connect and to renew.', format: 'email', examples: ['seller@example.com'] });
const secondEmail = text('The second e-mail address', 254)
  .regex(z.regexes.email, 'Give an e-mail address such as owner@example.com.')
  .meta({ description: 'Also asked to renew from three days before the end.', format: 'email' });
const attributeCode = text('The attribute code', 64).meta({
  description: 'Code of the Commerce product attribute that holds the product id.',
  examples: ['amazon_asin'],
});
const pairRule = 'productIdType and attributeCode are given together or not at all.';

/** Beside mistakes in other fields the pair is still looked at, so that all of them are told at once. */
function mappingIsReadable({ value, issues }: z.core.ParsePayload): boolean {
  const mapping = ['productIdType', 'attributeCode'];
  const isMistaken = issues.some(({ path }) => mapping.includes(String(path?.[0])));
  return typeof value === 'object' && value !== null && !isMistaken;
}

export const newStore = z
  .strictObject(
    {
      website: text('The website', 64).meta({
        description: 'Code of the Commerce website, as `GET /v1/commerce/websites` lists it.',
        examples: ['base'],
      }),
      email,
      secondEmail: secondEmail.optional(),
      name: storeName,
      country,
      productIdType: productIdType.optional(),
      attributeCode: attributeCode.optional(),
      sellerId: text('The seller id', 64).optional().meta({
        description:
          'Whose existing authorization is used: the store is connected without a second consent. `GET /v1/authorizations` lists them.',
      }),
    },
    'A JSON object is expected.',
  )
  .refine((value) => value.attributeCode === undefined || value.productIdType !== undefined, {
    path: ['productIdType'],
    message: pairRule,
    when: mappingIsReadable,
  })
  .refine((value) => value.productIdType === undefined || value.attributeCode !== undefined, {
    path: ['attributeCode'],
    message: pairRule,
    when: mappingIsReadable,
  })
  .meta({ id: 'NewStore', description: 'A store to add.' });
export type NewStore = z.output<typeof newStore>;

export const storeChange = z
  .strictObject(
    {
      name: storeName.optional(),
      email: email.optional(),
      secondEmail: secondEmail.nullable().optional().meta({ description: 'Null removes it.' }),
      productIdType: z
        .enum(productIdTypes, oneOf('The product id type', productIdTypes))
        .nullable()
        .optional()
        .meta({
          enum: [...productIdTypes, null],
          description: 'Null, together with attributeCode, removes the mapping.',
        }),
      attributeCode: attributeCode.nullable().optional(),
    },
    'A JSON object is expected.',
  )
  .superRefine((value, context) => {
    const { productIdType: type, attributeCode: attribute } = value;
    if ((type === undefined) !== (attribute === undefined)) {
      const path = [type === undefined ? 'productIdType' : 'attributeCode'];
      context.addIssue({ code: 'custom', path, message: pairRule });
    } else if ((type === null) !== (attribute === null)) {
      const path = [type === null ? 'productIdType' : 'attributeCode'];
      context.addIssue({ code: 'custom', path, message: 'Both are null to remove the mapping, or neither is.' });
    }
  })
  .meta({ id: 'StoreChange', description: 'The settings to change; what is absent stays.' });

export const reason = z
  .object({
    code: z.enum(reasonCodes).meta({ examples: ['seller_mismatch'] }),
    text: z.string().meta({ description: 'What is wrong and the one thing to do about it.' }),
  })
  .meta({ id: 'Reason', description: 'Why a store is not as it should be.' });

export const nextStep = z
  .object({ what: z.enum(['renewal_request', 'renewal_reminder', 'expiry', 'check']), at: moment })
  .meta({ id: 'NextStep', description: 'What happens next by itself, and when.' });

export const store = z
  .object({
    id: z.uuid().meta({ examples: ['5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7'] }),
    website: z.string().meta({ examples: ['base'] }),
    email: z.string().meta({ description: 'Empty once the store is deleted.', examples: ['seller@example.com'] }),
    secondEmail: z.string().optional(),
    name: z.string().meta({ examples: ['Amazon Store USA'] }),
    country,
    productIdType: productIdType.optional(),
    attributeCode: z.string().optional(),
    status: storeStatus,
    statusSince: moment,
    enabled: z.boolean().meta({ description: "An admin's pause, beside the status; it never stops the year." }),
    reason: reason.optional(),
    sellerId: z.string().optional().meta({ description: "Amazon's id of the seller who agreed." }),
    authorizedAt: moment.optional(),
    expiresAt: moment.optional().meta({ description: 'When the authorization ends unless it is renewed.' }),
    next: nextStep.optional(),
    workflowId: z
      .string()
      .meta({ description: 'In Temporal.', examples: ['store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7'] }),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Store', description: 'An Amazon sales channel store.' });
export type Store = z.output<typeof store>;

const nextCursor = z.string().optional().meta({ description: 'Absent on the last page.' });
export const storePage = z.object({ items: z.array(store), nextCursor }).meta({ id: 'StorePage' });

const storeFilter = z.object({
  country: queryList(countries, 'Only these countries.'),
  website: queryText(64).optional().meta({ description: 'Only this website (its code).' }),
  q: queryText(200).optional().meta({ description: 'Part of the name, the e-mail address or the seller id.' }),
  renewsBefore: queryMoment('Only stores whose authorization ends before this.'),
});

export const storeQuery = storeFilter.extend({
  ...spoken.shape,
  status: queryList(storeStatuses, 'Only these statuses. Deleted stores are listed only when asked for.'),
  sort: z
    .enum(['createdAt', '-createdAt', 'name', '-name', 'expiresAt', '-expiresAt', 'updatedAt', '-updatedAt'], {
      error: 'It is createdAt, name, expiresAt or updatedAt, with - before it for the other direction.',
    })
    .default('-createdAt')
    .meta({ description: 'With - before it: the greatest first.' }),
  limit: pageLimit,
  cursor: pageCursor,
});

export const storeCountsQuery = storeFilter;
export const storeCounts = z
  .object({
    total: z.int().meta({ description: 'All but the deleted ones.' }),
    byStatus: z.record(storeStatus, z.int()).meta({ required: [...storeStatuses] }),
  })
  .meta({ id: 'StoreCounts', description: 'How many stores there are of each status.' });

export const storeId = z.object({ id: z.uuid().toLowerCase().meta({ description: 'The id of the store.' }) });

const idempotencyKeyHint = 'It is 1 to 255 visible ASCII characters.';
export const idempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, idempotencyKeyHint)
    .optional()
    .meta({
      description: 'Chosen by the caller: the same key with the same body is the same store.',
      examples: ['store-1'],
    }),
});
