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

/**
 * For an operator only: a store of the seller that needs a consent continues in Seller Central at once; otherwise the
 * operator chooses a store. The browser of anyone else begins nothing.
 */
export function beginAmazonLogin(deps: ApiDeps): Route {
  return page(contract.beginAmazonLogin, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (request.method === 'HEAD') return void response.end();
    const login = parseUsableLogin(deps, request.query);
    if (typeof login === 'string') return sendLoginNotice(request, response, login);
    if (!(await requireOperator(deps, request, response, login))) return;
    const sellersStores = await deps.stores.listStoresOfSeller(login.sellingPartnerId);
    const store = storeToRenew(sellersStores, allowedCountries(login, deps.sellerCentralUrls));
    if (store) return redirectToSellerCentral(deps, request, response, login, store);
    const stores = await listStoresToChoose(deps, login);
    if (stores.length === 0) return sendLoginNotice(request, response, 'noStore');
    sendStoreChoice(deps, request, response, login, stores);
  });
}
