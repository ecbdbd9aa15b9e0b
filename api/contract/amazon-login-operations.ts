import { z } from 'zod';
import { operation, page, plain } from './operation.ts';

const text = (description: string) => z.string().optional().meta({ description });

export const beginAmazonLogin = operation({
  ...plain,
  method: 'get',
  path: '/oauth/amazon/login',
  operationId: 'beginAmazonLogin',
  tag: 'Connection',
  summary: 'Where Seller Central sends a seller who begins there',
  description:
    "The application's login URI at Amazon. A seller we know goes straight back to Seller Central, for the store that " +
    'needs it most; for another one, a signed-in operator chooses a store that awaits its authorization.',
  query: z.object({
    amazon_callback_uri: text('Where the browser goes on; within one of the Seller Centrals we are set up for.'),
    amazon_state: text("Amazon's, given back to it."),
    selling_partner_id: text('The seller.'),
    version: text('`beta` is passed on.'),
  }),
  answers: {
    200: page('Stores to choose from.'),
    302: { description: 'Back to Seller Central.', headers: { Location: 'The callback, with a `state` of ours.' } },
    400: page('Parameters are missing, or lead elsewhere.'),
    403: page('Nobody who may choose a store is signed in.'),
    404: page('No store awaits its authorization.'),
  },
});

export const chooseStoreForLogin = operation({
  ...plain,
  method: 'post',
  path: '/oauth/amazon/login',
  operationId: 'chooseStoreForLogin',
  tag: 'Connection',
  summary: 'The store chosen on that page',
  description: 'A form of the page: the same parameters and `store`. Needs a signed-in operator and our own origin.',
  answers: {
    303: { description: 'Back to Seller Central.', headers: { Location: 'The callback, with a `state` of ours.' } },
    400: page('Parameters are missing, or lead elsewhere.'),
    403: page('Nobody who may choose a store is signed in.'),
    409: page('The store no longer awaits its authorization; choose another.'),
  },
  problems: ['foreign_origin'],
});
