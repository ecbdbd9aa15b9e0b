import type { RequestHandler } from 'express';
import * as contract from '../contract/amazon-login.ts';
import type { ApiDeps } from '../deps.ts';
import { page, type Route } from '../http/route.ts';
import { sendLoginNotice } from './amazon-login-pages.ts';
import { allowedCountries, storeToRenew } from './amazon-login.ts';
import {
  listStoresToChoose,
  parseUsableLogin,
  redirectToSellerCentral,
  requireOperator,
  sendStoreChoice,
} from './store-choice.ts';

/** A seller we know goes back to Seller Central at once; for any other, an operator chooses the store. */
export function beginAmazonLogin(deps: ApiDeps, readSession: RequestHandler): Route {
  return page(contract.beginAmazonLogin, readSession, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (request.method === 'HEAD') return void response.end();
    const login = parseUsableLogin(deps, request.query);
    if (typeof login === 'string') return sendLoginNotice(request, response, login);
    const countries = allowedCountries(login, deps.sellerCentralUrls);
    const sellersStores = await deps.stores.listStoresOfSeller(login.sellingPartnerId);
    const store = storeToRenew(sellersStores, countries);
    if (store) return redirectToSellerCentral(deps, request, response, login, store);
    if (!(await requireOperator(deps, request, response, login))) return;
    const stores = await listStoresToChoose(deps, login);
    if (stores.length === 0) return sendLoginNotice(request, response, 'noStore');
    sendStoreChoice(deps, request, response, login, stores);
  });
}
