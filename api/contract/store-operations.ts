import { operation, plain } from './operation.ts';
import {
  idempotencyHeaders,
  newStore,
  store,
  storeChange,
  storeCounts,
  storeCountsQuery,
  storeId,
  storePage,
  storeQuery,
} from './stores.ts';
import { spoken } from './texts.ts';
import { timelinePage, timelineQuery, eventHeaders, storeChanged } from './timeline.ts';

export const addStore = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores',
  operationId: 'addStore',
  role: 'operator',
  tag: 'Stores',
  summary: 'Add a store',
  description:
    'Answers as soon as the store is recorded; with 202 when it was accepted and will be recorded by itself. ' +
    'Repeat it with the same `Idempotency-Key` and body after any failure: it is the same store.',
  query: spoken,
  headers: idempotencyHeaders,
  body: newStore,
  answers: {
    201: { description: 'The store.', schema: store, headers: { Location: 'Address of the store.' } },
    202: {
      description: 'Accepted; the store has the status `creating`.',
      schema: store,
      headers: { Location: 'Address of the store.' },
    },
  },
  problems: [
    'invalid_json',
    'invalid_query',
    'invalid_header',
    'store_name_taken',
    'store_exists',
    'body_too_large',
    'unsupported_media_type',
    'invalid_body',
    'idempotency_key_reused',
    'temporal_unavailable',
    'commerce_unavailable',
  ],
});

export const listStores = operation({
  ...plain,
  method: 'get',
  path: '/v1/stores',
  operationId: 'listStores',
  tag: 'Stores',
  summary: 'List stores',
  description: 'Deleted stores are left out unless `status` asks for them.',
  query: storeQuery,
  answers: { 200: { description: 'One page of stores.', schema: storePage } },
  problems: ['invalid_query'],
});

export const countStores = operation({
  ...plain,
  method: 'get',
  path: '/v1/stores/counts',
  operationId: 'countStores',
  tag: 'Stores',
  summary: 'Count stores by status',
  description: 'Narrowed as a list of stores is.',
  query: storeCountsQuery,
  answers: { 200: { description: 'The counts; a status that no store has is 0.', schema: storeCounts } },
  problems: ['invalid_query'],
});

export const getStore = operation({
  ...plain,
  method: 'get',
  path: '/v1/stores/{id}',
  operationId: 'getStore',
  tag: 'Stores',
  summary: 'Look at a store',
  description: 'A store that was accepted and refused afterwards is 404 with the code of the refusal.',
  params: storeId,
  query: spoken,
  answers: { 200: { description: 'The store.', schema: store } },
  problems: ['store_not_found', 'invalid_query'],
});

export const changeStore = operation({
  ...plain,
  method: 'patch',
  path: '/v1/stores/{id}',
  operationId: 'changeStore',
  role: 'operator',
  tag: 'Stores',
  summary: 'Change the name, the e-mail address or the product mapping',
  description: 'Another website or country means another store.',
  params: storeId,
  query: spoken,
  body: storeChange,
  answers: { 200: { description: 'The store as it is now.', schema: store } },
  problems: [
    'invalid_json',
    'invalid_query',
    'store_not_found',
    'store_name_taken',
    'store_deleted',
    'store_creating',
    'body_too_large',
    'unsupported_media_type',
    'invalid_body',
    'temporal_unavailable',
    'commerce_unavailable',
  ],
});

export const deleteStore = operation({
  ...plain,
  method: 'delete',
  path: '/v1/stores/{id}',
  operationId: 'deleteStore',
  tag: 'Stores',
  summary: 'Delete a store',
  description: 'Destroys its secrets and keeps its timeline. It cannot be undone. Repeating it is 200.',
  params: storeId,
  query: spoken,
  answers: {
    200: { description: 'Deleted.', schema: store },
    202: { description: 'It will be deleted.', schema: store },
  },
  problems: ['store_not_found', 'invalid_query', 'store_workflow_gone', 'temporal_unavailable'],
});

export const getTimeline = operation({
  ...plain,
  method: 'get',
  path: '/v1/stores/{id}/timeline',
  operationId: 'getTimeline',
  tag: 'Stores',
  summary: 'What happened to a store',
  description: 'The newest first.',
  params: storeId,
  query: timelineQuery,
  answers: { 200: { description: 'One page of entries.', schema: timelinePage } },
  problems: ['store_not_found', 'invalid_query'],
});

export const streamEvents = operation({
  ...plain,
  method: 'get',
  path: '/v1/events',
  operationId: 'streamEvents',
  tag: 'Stores',
  summary: 'Follow every change of every store',
  description:
    'Server-sent events: `event: store.changed`, an increasing `id`, and `data` as below. A comment comes every 15 seconds. ' +
    'With `Last-Event-ID`, which browsers send by themselves, what was missed is told first.',
  query: spoken,
  headers: eventHeaders,
  answers: { 200: { description: 'A stream that goes on.', schema: storeChanged, contentType: 'text/event-stream' } },
  problems: ['invalid_query', 'invalid_header', 'too_many_listeners'],
});
