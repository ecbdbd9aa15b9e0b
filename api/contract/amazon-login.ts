import { z } from 'zod';
import { defaults, defineOperation, htmlPage } from './operation.ts';

const optionalText = (description: string) => z.string().optional().meta({ description });

const redirect = {
  description: 'Redirect to Seller Central.',
  headers: { Location: 'The callback, with our `state`.' },
};
const invalidParameters = htmlPage('Parameters are missing or invalid.');
const notSignedIn = htmlPage('No operator is signed in.');

export const beginAmazonLogin = defineOperation({
  ...defaults,
  method: 'get',
  path: '/oauth/amazon/login',
  operationId: 'beginAmazonLogin',
  tag: 'Connection',
  summary: 'Start a consent from Seller Central',
  description:
    "The application's login URI at Amazon. A signed-in operator is redirected to Seller Central for the seller's store " +
    'whose renewal is most urgent, or chooses a store that awaits its authorization. Without a signed-in operator no ' +
    "consent begins: the page offers to sign in, or to e-mail a link to the store's own address.",
  query: z.object({
    amazon_callback_uri: optionalText(
      'Where to redirect the browser. It must be under `/apps/authorize/confirm/` of a configured Seller Central.',
    ),
    amazon_state: optionalText("Amazon's state, which is returned to Amazon."),
    selling_partner_id: optionalText('The seller.'),
    version: optionalText('`beta` is passed on to Amazon.'),
  }),
  responses: {
    200: htmlPage('Stores to choose from.'),
    302: redirect,
    400: invalidParameters,
    403: notSignedIn,
    404: htmlPage('No store awaits its authorization.'),
  },
});

export const chooseStoreForLogin = defineOperation({
  ...defaults,
  method: 'post',
  path: '/oauth/amazon/login',
  operationId: 'chooseStoreForLogin',
  tag: 'Connection',
  summary: 'Choose a store for a consent from Seller Central',
  description:
    'The form of the page: the same parameters and `store`. Requires a signed-in operator and a same-origin request.',
  responses: {
    303: redirect,
    400: invalidParameters,
    403: notSignedIn,
    409: htmlPage('The store no longer awaits its authorization. Choose another store.'),
  },
  problems: ['foreign_origin'],
});

export const mailLinkForLogin = defineOperation({
  ...defaults,
  method: 'post',
  path: '/oauth/amazon/login/link',
  operationId: 'mailLinkForLogin',
  tag: 'Connection',
  summary: 'E-mail the connect link of a seller',
  description:
    "The form of the page: the same parameters. Sends a connect link to the store's own e-mail address, at most once a " +
    'day and only if a store of the seller has to be authorized again. The answer is the same for unknown sellers. ' +
    'Requires a same-origin request.',
  responses: { 200: htmlPage('The same for every seller.'), 400: invalidParameters },
  problems: ['foreign_origin'],
});
