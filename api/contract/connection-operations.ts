import { authorizationList, authorizationQuery } from './authorizations.ts';
import { connectLink, connectLinkRequest, connectToken, receipt } from './links.ts';
import { operation, page, plain } from './operation.ts';
import { store, storeId } from './stores.ts';
import { spoken } from './texts.ts';

const storeNow = {
  200: { description: 'It is so.', schema: store },
  202: { description: 'It will be so.', schema: store },
};
const refusals = [
  'invalid_query',
  'store_not_found',
  'store_deleted',
  'store_creating',
  'store_workflow_gone',
  'temporal_unavailable',
] as const;

export const addConnectLink = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores/{id}/connect-links',
  operationId: 'addConnectLink',
  role: 'operator',
  tag: 'Connection',
  summary: 'Make a link for the seller',
  description:
    'Valid for seven days, in every status but `creating` and `deleted`; this is also how a store is renewed.',
  params: storeId,
  body: connectLinkRequest,
  answers: { 201: { description: 'The link.', schema: connectLink } },
  problems: ['store_not_found', 'store_deleted', 'store_creating', 'invalid_body', 'temporal_unavailable'],
});

export const listAuthorizations = operation({
  ...plain,
  method: 'get',
  path: '/v1/authorizations',
  operationId: 'listAuthorizations',
  tag: 'Connection',
  summary: 'What sellers have agreed to',
  description: 'Authorizations in force, each of one seller and region, with the stores that share it.',
  query: authorizationQuery,
  answers: { 200: { description: 'All of them.', schema: authorizationList } },
  problems: ['invalid_query'],
});

export const checkStore = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores/{id}/check',
  operationId: 'checkStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Verify the connection now',
  description: "The result is an entry of the store's timeline.",
  params: storeId,
  query: spoken,
  answers: { 202: { description: 'The check has begun.', schema: store } },
  problems: [...refusals, 'store_not_connected'],
});

export const disconnectStore = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores/{id}/disconnect',
  operationId: 'disconnectStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'End the connection',
  description:
    'Destroys the secret unless another store uses the same authorization. A connect link brings the store back.',
  params: storeId,
  query: spoken,
  answers: storeNow,
  problems: refusals,
});

export const activateStore = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores/{id}/activate',
  operationId: 'activateStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Activate a store',
  description: 'Takes back a deactivation. A store that was never connected cannot be activated.',
  params: storeId,
  query: spoken,
  answers: storeNow,
  problems: [...refusals, 'setup_not_finished'],
});

export const deactivateStore = operation({
  ...plain,
  method: 'post',
  path: '/v1/stores/{id}/deactivate',
  operationId: 'deactivateStore',
  role: 'operator',
  tag: 'Connection',
  summary: 'Deactivate a store',
  description: 'A pause of your own; the year of the authorization goes on, and so do renewals.',
  params: storeId,
  query: spoken,
  answers: storeNow,
  problems: refusals,
});

export const startConsent = operation({
  ...plain,
  method: 'get',
  path: '/connect/{token}',
  operationId: 'startConsent',
  tag: 'Connection',
  summary: 'Where a connect link leads',
  description: "For the seller's browser: sets a cookie and goes on to Amazon's consent page. Needs no token.",
  params: connectToken,
  answers: {
    302: { description: 'To Amazon.', headers: { Location: 'The consent page.' } },
    404: page('The link is unknown.'),
    410: page('The link or its store has ended.'),
  },
});

export const receiveCallback = operation({
  ...plain,
  method: 'get',
  path: '/oauth/amazon/callback',
  operationId: 'receiveCallback',
  tag: 'Connection',
  summary: 'Where Amazon sends the seller back',
  description: 'Effective once; the same callback again shows the first outcome. Needs no token, but the cookie.',
  answers: {
    200: page('What happened and what happens next.'),
    400: page('Parameters are missing or too long.'),
    403: page('Another browser began this consent.'),
    404: page('Nobody began this consent.'),
    410: page('It was begun too long ago, or the store has ended.'),
    503: page('Repeats itself in a moment.'),
  },
});

export const showOutcome = operation({
  ...plain,
  method: 'get',
  path: '/oauth/amazon/outcome/{receipt}',
  operationId: 'showOutcome',
  tag: 'Connection',
  summary: 'The outcome of a consent, again',
  description: 'Where the page of the callback leads, so that the code leaves the address bar. Needs the same browser.',
  params: receipt,
  answers: { 200: page('What happened and what happens next.'), 404: page('Not of this browser.') },
});
