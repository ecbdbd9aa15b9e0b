import { z } from 'zod';
import { defaults, defineOperation, htmlPage } from './operation.ts';

export const startConsent = defineOperation({
  ...defaults,
  method: 'get',
  path: '/connect/{token}',
  operationId: 'startConsent',
  tag: 'Connection',
  summary: 'Open a connect link',
  description:
    "For the seller's browser. Sets a cookie and redirects to Amazon's consent page. No authentication required.",
  params: z.object({ token: z.string() }),
  responses: {
    302: { description: 'Redirect to Amazon.', headers: { Location: "Amazon's consent page." } },
    404: htmlPage('The link is unknown.'),
    410: htmlPage('The link has expired or the store was deleted.'),
  },
});

export const receiveCallback = defineOperation({
  ...defaults,
  method: 'get',
  path: '/oauth/amazon/callback',
  operationId: 'receiveCallback',
  tag: 'Connection',
  summary: "Receive Amazon's callback",
  description:
    'Takes effect once; repeating the same callback shows the first outcome. Requires the cookie of the consent, and no other authentication.',
  responses: {
    200: htmlPage('What happened and what happens next.'),
    400: htmlPage('Parameters are missing or too long.'),
    403: htmlPage('The consent was started in another browser.'),
    404: htmlPage('The consent is unknown.'),
    410: htmlPage('The consent has expired or the store was deleted.'),
    503: htmlPage('Temporarily unavailable; the page retries automatically.'),
  },
});

export const showOutcome = defineOperation({
  ...defaults,
  method: 'get',
  path: '/oauth/amazon/outcome/{receipt}',
  operationId: 'showOutcome',
  tag: 'Connection',
  summary: 'Show the outcome of a consent',
  description:
    'The callback redirects here to remove the authorization code from the address bar. Requires the same browser.',
  params: z.object({ receipt: z.string() }),
  responses: {
    200: htmlPage('What happened and what happens next.'),
    404: htmlPage('The outcome belongs to another browser.'),
  },
});

export const undoConsent = defineOperation({
  ...defaults,
  method: 'post',
  path: '/oauth/amazon/outcome/{receipt}/undo',
  operationId: 'undoConsent',
  tag: 'Connection',
  summary: 'Undo a consent',
  description:
    'For ten minutes, the browser that gave the consent can take it back: what was in force before is restored. Takes effect once.',
  params: z.object({ receipt: z.string() }),
  responses: {
    303: { description: 'Redirect to the outcome.', headers: { Location: 'The page of the outcome.' } },
    404: htmlPage('The outcome belongs to another browser.'),
    410: htmlPage('The consent can no longer be undone.'),
    503: htmlPage('Temporarily unavailable; nothing is lost.'),
  },
});
