import { z } from 'zod';
import { countries } from '../../domain/marketplaces.ts';
import { reasonCodes } from '../../domain/reasons.ts';
import { sellerProofs } from '../../domain/seller-proof.ts';
import { storeStatuses } from '../../domain/store-status.ts';
import {
  idempotencyHeaders,
  idParams,
  langQuery,
  pageOf,
  pageQuery,
  queryList,
  queryText,
  queryTimestamp,
  timestamp,
} from './fields.ts';
import { defaults, defineOperation, jsonBodyProblems } from './operation.ts';
import { country, newStore, productIdType, storeChange } from './store-settings.ts';

export const storeStatus = z.enum(storeStatuses).meta({
  id: 'StoreStatus',
  description:
    '`creating`: accepted but not recorded yet. `awaiting_authorization`: waits for the seller to consent at Amazon. ' +
    '`verifying`: the connection is being checked. `active`: connected. `renewal_due`: connected; renewal has been ' +
    'requested. `expired`: the authorization has ended. `disconnected`: the seller revoked the authorization, or ' +
    'an operator disconnected the store. `deleted`: only its id and its timeline are left.',
});

export const reason = z
  .object({
    code: z.enum(reasonCodes).meta({ examples: ['seller_mismatch'] }),
    text: z.string().meta({ description: 'What is wrong, and how to fix it.' }),
  })
  .meta({ id: 'Reason', description: 'Why a store needs attention.' });

export const nextStep = z
  .object({ what: z.enum(['renewal_request', 'renewal_reminder', 'expiry', 'check']), at: timestamp })
  .meta({ id: 'NextStep', description: 'The next automatic step, and when it happens.' });

export const store = z
  .object({
    id: z.uuid().meta({ examples: ['5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7'] }),
    website: z.string().meta({ examples: ['base'] }),
    email: z.string().meta({ description: 'Empty after deletion.', examples: ['seller@example.com'] }),
    secondEmail: z.string().optional(),
    name: z.string().meta({ examples: ['Amazon Store USA'] }),
    country,
    productIdType: productIdType.optional(),
    attributeCode: z.string().optional(),
    status: storeStatus,
    statusSince: timestamp,
    enabled: z.boolean().meta({
      description: 'False while the store is deactivated. Independent of the status: the authorization still ends.',
    }),
    reason: reason.optional(),
    sellerId: z.string().optional().meta({ description: "Amazon's id of the seller who consented." }),
    sellerProof: z
      .enum(sellerProofs)
      .optional()
      .meta({
        description:
          '`proven`: Amazon confirmed the seller. `claimed`: our application lacks the role for that, see the alarms. ' +
          'Absent before the first proof.',
      }),
    authorizedAt: timestamp.optional(),
    expiresAt: timestamp.optional().meta({ description: 'When the authorization ends unless it is renewed.' }),
    next: nextStep.optional(),
    workflowId: z
      .string()
      .meta({ description: 'The workflow id in Temporal.', examples: ['store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7'] }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Store', description: 'An Amazon sales channel store.' });
export type Store = z.output<typeof store>;

export const storePage = pageOf(store).meta({ id: 'StorePage' });
export const storeParams = idParams('store');

const storeFilter = z.object({
  country: queryList(countries, 'Only stores in these countries.'),
  website: queryText(64).optional().meta({ description: 'Only stores of this website (its code).' }),
  q: queryText(200).optional().meta({ description: 'Part of the name, the e-mail address or the seller id.' }),
  renewsBefore: queryTimestamp('Only stores whose authorization ends before this time.'),
});

const storeQuery = storeFilter.extend({
  ...langQuery.shape,
  status: queryList(storeStatuses, 'Only stores with these statuses. Default: all except `deleted`.'),
  sort: z
    .enum(['createdAt', '-createdAt', 'name', '-name', 'expiresAt', '-expiresAt', 'updatedAt', '-updatedAt'], {
      error: 'It is createdAt, name, expiresAt or updatedAt. Put - in front for descending order.',
    })
    .default('-createdAt')
    .meta({ description: 'The field to sort by. Put - in front for descending order.' }),
  ...pageQuery.shape,
});

const storeCounts = z
  .object({
    total: z.int().meta({ description: 'All stores except deleted ones.' }),
    byStatus: z.record(storeStatus, z.int()).meta({ required: [...storeStatuses] }),
  })
  .meta({ id: 'StoreCounts', description: 'The number of stores by status.' });

export const addStore = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores',
  operationId: 'addStore',
  role: 'operator',
  tag: 'Stores',
  summary: 'Create a store',
  description:
    'Responds with 201 once the store is recorded, or with 202 when it has been accepted and will be recorded soon. ' +
    'After a failure, repeat the request with the same `Idempotency-Key` and body: it creates the store only once.',
  query: langQuery,
  headers: idempotencyHeaders,
  body: newStore,
  responses: {
    201: { description: 'The store.', schema: store, headers: { Location: 'URL of the store.' } },
    202: {
      description: 'Accepted; the store has the status `creating`.',
      schema: store,
      headers: { Location: 'URL of the store.' },
    },
  },
  problems: [
    ...jsonBodyProblems,
    'invalid_query',
    'invalid_header',
    'store_name_taken',
    'store_exists',
    'idempotency_key_reused',
    'temporal_unavailable',
    'commerce_unavailable',
  ],
});

export const listStores = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/stores',
  operationId: 'listStores',
  tag: 'Stores',
  summary: 'List stores',
  description: 'Leaves out deleted stores unless `status` includes `deleted`.',
  query: storeQuery,
  responses: { 200: { description: 'One page of stores.', schema: storePage } },
  problems: ['invalid_query'],
});

export const countStores = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/stores/counts',
  operationId: 'countStores',
  tag: 'Stores',
  summary: 'Count stores by status',
  description: 'Takes the same filters as the list of stores.',
  query: storeFilter,
  responses: { 200: { description: 'The counts, including zeros.', schema: storeCounts } },
  problems: ['invalid_query'],
});

export const getStore = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/stores/{id}',
  operationId: 'getStore',
  tag: 'Stores',
  summary: 'Retrieve a store',
  description: 'A store that was accepted and then rejected responds with 404 and the code of the rejection.',
  params: storeParams,
  query: langQuery,
  responses: { 200: { description: 'The store.', schema: store } },
  problems: ['store_not_found', 'invalid_query'],
});

export const changeStore = defineOperation({
  ...defaults,
  method: 'patch',
  path: '/v1/stores/{id}',
  operationId: 'changeStore',
  role: 'operator',
  tag: 'Stores',
  summary: 'Update a store',
  description:
    'Changes the name, the e-mail addresses or the product mapping. The website and the country cannot be changed: create another store instead.',
  params: storeParams,
  query: langQuery,
  body: storeChange,
  responses: { 200: { description: 'The updated store.', schema: store } },
  problems: [
    ...jsonBodyProblems,
    'invalid_query',
    'store_not_found',
    'store_name_taken',
    'store_deleted',
    'store_creating',
    'temporal_unavailable',
    'commerce_unavailable',
  ],
});

export const deleteStore = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/stores/{id}',
  operationId: 'deleteStore',
  needsFreshSignIn: true,
  tag: 'Stores',
  summary: 'Delete a store',
  description:
    'Destroys its secrets and keeps its timeline. This cannot be undone. Deleting a deleted store responds with 200.',
  params: storeParams,
  query: langQuery,
  responses: {
    200: { description: 'The store has been deleted.', schema: store },
    202: { description: 'Accepted; the deletion is in progress.', schema: store },
  },
  problems: ['store_not_found', 'invalid_query', 'store_workflow_gone', 'temporal_unavailable'],
});
