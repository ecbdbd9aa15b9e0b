import { Router } from 'express';
import type { Request, Response } from 'express';
import { waitIfSlow } from '../http/wait-if-slow.ts';
import type { Simulation } from '../simulation.ts';
import { isRefusal, notAuthorized } from './commerce-error.ts';
import type { CommerceRefusal } from './commerce-error.ts';
import { OAuthCheck } from './oauth-check.ts';
import { searchAttributes } from './search-attributes.ts';
import { readSearchCriteria } from './search-criteria.ts';
import { restStoreCodes, storeConfigs, storeGroups, storeViews, websites } from './stores.ts';

interface Call {
  /** In Commerce's access control list. */
  readonly resource: string;
  answer(query: URLSearchParams): object | CommerceRefusal;
}

const storeResource = 'Magento_Backend::store';
const calls: ReadonlyMap<string, Call> = new Map([
  ['/store/websites', { resource: storeResource, answer: () => websites }],
  ['/store/storeGroups', { resource: storeResource, answer: () => storeGroups }],
  ['/store/storeViews', { resource: storeResource, answer: () => storeViews }],
  ['/store/storeConfigs', { resource: storeResource, answer: () => storeConfigs }],
  [
    '/products/attributes',
    {
      resource: 'Magento_Catalog::attributes_attributes',
      answer: (query: URLSearchParams) => {
        const criteria = readSearchCriteria(query);
        return isRefusal(criteria) ? criteria : searchAttributes(criteria);
      },
    },
  ],
]);

/** The REST API of Adobe Commerce, as far as an integration of ours reads it; under `/rest`. */
export function commerceRoutes({ options, faults, now }: Simulation): Router {
  const oauth = new OAuthCheck(options.commerce, now);
  const router = Router();

  router.use(async (_request, response, next) => {
    await waitIfSlow(faults, 'commerce_slow');
    if (faults.take('commerce_outage') === undefined) return next();
    // Maintenance mode answers before anything that speaks JSON.
    response.status(503).type('html').send('<!doctype html><title>503</title><h1>Service Temporarily Unavailable</h1>');
  });

  router.get(['/V1/*path', '/:store/V1/*path'], (request, response) => {
    const { store, path } = request.params;
    if (typeof store === 'string' && !restStoreCodes.has(store)) {
      return refuse(response, {
        status: 404,
        message: "The store that was requested wasn't found. Verify the store and try again.",
      });
    }
    const call = calls.get(`/${Array.isArray(path) ? path.join('/') : ''}`);
    if (call === undefined) return refuse(response, noRoute);
    const signed = readSigned(request);
    const refusal = faults.take('commerce_unauthorized')
      ? notAuthorized(call.resource)
      : oauth.refusalOf(signed, call.resource);
    const answer = refusal ?? call.answer(new URLSearchParams(signed.query));
    if (isRefusal(answer)) refuse(response, answer);
    else response.json(answer);
  });

  router.use((_request, response) => refuse(response, noRoute));
  return router;
}

const noRoute: CommerceRefusal = { status: 404, message: 'Request does not match any route.' };

function readSigned(request: Request) {
  const [path = '', ...query] = request.originalUrl.split('?');
  return {
    method: request.method,
    url: `${request.protocol}://${(request.get('host') ?? '').toLowerCase()}${path}`,
    query: query.join('?'),
    authorization: request.get('authorization'),
  };
}

function refuse(response: Response, { status, message, parameters }: CommerceRefusal): void {
  response.status(status).json({ message, ...(parameters !== undefined && { parameters }) });
}
