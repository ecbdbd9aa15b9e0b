import { z } from 'zod';
import { langQuery, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';
import { store, storeParams } from './stores.ts';

export const connectLink = z
  .object({
    url: z.url().meta({ description: 'The link for the seller. It may be sent by e-mail.' }),
    expiresAt: timestamp,
  })
  .meta({
    id: 'ConnectLink',
    description: 'Starts a consent at Amazon for one store, to connect it, to renew it or to reconnect it.',
  });

const connectLinkRequest = z
  .strictObject({
    send: z
      .boolean('send is true or false.')
      .default(false)
      .meta({ description: "Also sends a separate link to the store's e-mail address." }),
  })
  .optional();

const commandResponses = {
  200: { description: 'The store in the requested state.', schema: store },
  202: { description: 'Accepted; the change is in progress.', schema: store },
};
const commandProblems = [
  'invalid_query',
  'store_not_found',
  'store_deleted',
  'store_creating',
  'store_workflow_gone',
  'temporal_unavailable',
] as const;

export const addConnectLink = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores/{id}/connect-links',
  operationId: 'addConnectLink',
  role: 'operator',
  tag: 'Connection',
  summary: 'Create a connect link',
  description:
    'The link is valid for seven days. Available in every status except `creating` and `deleted`. Use it to renew a store as well.',
  params: storeParams,
  body: connectLinkRequest,
  responses: { 201: { description: 'The link.', schema: connectLink } },
  problems: ['store_not_found', 'store_deleted', 'store_creating', 'invalid_body', 'temporal_unavailable'],
});

export const endConnectLinks = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/stores/{id}/connect-links',
  operationId: 'endConnectLinks',
  role: 'operator',
  tag: 'Connection',
  summary: 'End all connect links of a store',
  description:
    "Links also end when the store's e-mail address changes, when it is disconnected or deleted, and when it is connected " +
    'or renewed. A consent that an ended link began cannot be finished.',
  params: storeParams,
  responses: { 204: { description: 'No link of the store works any more.' } },
  problems: ['store_not_found', 'store_deleted', 'store_creating'],
});

export const checkStore = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores/{id}/check',
  operationId: 'checkStore',
  role: 'operator',
  tag: 'Connection',
  summary: "Check a store's connection",
  description: "The result is added to the store's timeline.",
  params: storeParams,
  query: langQuery,
  responses: { 202: { description: 'The check has started.', schema: store } },
  problems: [...commandProblems, 'store_not_connected'],
});

export const disconnectStore = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores/{id}/disconnect',
  operationId: 'disconnectStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Disconnect a store',
  description:
    'Destroys the refresh token unless another store uses the same authorization. Reconnect the store with a connect link.',
  params: storeParams,
  query: langQuery,
  responses: commandResponses,
  problems: commandProblems,
});

export const activateStore = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores/{id}/activate',
  operationId: 'activateStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Activate a store',
  description: 'Reverses a deactivation. A store that was never connected cannot be activated.',
  params: storeParams,
  query: langQuery,
  responses: commandResponses,
  problems: [...commandProblems, 'setup_not_finished'],
});

export const deactivateStore = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/stores/{id}/deactivate',
  operationId: 'deactivateStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Deactivate a store',
  description: 'Pauses the store. The authorization keeps its end date, and renewal reminders continue.',
  params: storeParams,
  query: langQuery,
  responses: commandResponses,
  problems: commandProblems,
});
