/** What both requests of a login from Seller Central share: checking it, offering stores, and the way back. */
import type { Request, Response } from 'express';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import { includesRole } from '../../domain/roles.ts';
import { signedInActor } from '../access/sessions.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf, setActor } from '../http/actor.ts';
import { audited, auditRefusal } from '../http/audit-trail.ts';
import { allowFormAction } from '../http/security-headers.ts';
import { sendLoginNotice, sendSessionProbe, sendStoreChoicePage } from './amazon-login-pages.ts';
import {
  allowedCountries,
  type AmazonLogin,
  confirmUrl,
  countriesOfSameRegions,
  parseAmazonLogin,
} from './amazon-login.ts';
import { beginConsent } from './begin-consent.ts';

const maxChoices = 200;

/** The name of a notice when the login cannot be used. */
export function parseUsableLogin(
  { sellerCentralUrls }: ApiDeps,
  fields: Readonly<Record<string, unknown>>,
): AmazonLogin | 'incomplete' | 'foreign' {
  const login = parseAmazonLogin(fields);
  if (!login) return 'incomplete';
  return allowedCountries(login, sellerCentralUrls).length === 0 ? 'foreign' : login;
}

/** False when it has sent a page: the browser has no session with the role `operator`. */
export async function requireOperator(
  deps: ApiDeps,
  request: Request,
  response: Response,
  login: AmazonLogin,
): Promise<boolean> {
  const actor = await signedInActor(request, deps);
  if (actor && includesRole(actor.role, 'operator')) {
    setActor(request, actor);
    return true;
  }
  if (actor) {
    await auditRefusal(request, { action: 'beginConsent', actor });
    sendLoginNotice(request, response, 'role');
  } else if (request.get('Sec-Fetch-Site') === 'cross-site') sendSessionProbe(request, response, login);
  else sendLoginNotice(request, response, 'signIn', login);
  return false;
}

export async function listStoresToChoose(
  { stores, sellerCentralUrls }: ApiDeps,
  login: AmazonLogin,
): Promise<readonly Store[]> {
  const { items } = await stores.listStores({
    status: ['awaiting_authorization'],
    country: countriesOfSameRegions(allowedCountries(login, sellerCentralUrls)),
    sort: 'name',
    limit: maxChoices,
  });
  // A store with a seller id expects another seller than this one.
  return items.filter(({ sellerId }) => sellerId === undefined);
}

export function sendStoreChoice(
  { sellerCentralUrls }: ApiDeps,
  request: Request,
  response: Response,
  login: AmazonLogin,
  stores: readonly Store[],
  options: { readonly chosenStoreIsGone?: boolean } = {},
): void {
  const countries = allowedCountries(login, sellerCentralUrls);
  // An absolute callback may be on a national host.
  allowFormAction(
    response,
    countries.map((country) => new URL(login.callbackUri, sellerCentralUrls[country]).href),
  );
  sendStoreChoicePage(request, response, login, stores, options);
}

export async function redirectToSellerCentral(
  deps: ApiDeps,
  request: Request,
  response: Response,
  login: AmazonLogin,
  { id, country }: Store,
): Promise<void> {
  const action = { action: 'beginConsent', actor: actorOf(request), target: { kind: 'store', id } };
  const consent = await audited(request, action, () => beginConsent(deps, request, response, { storeId: id }));
  response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  const { href } = confirmUrl(login, deps.sellerCentralUrls, country, consent);
  response.redirect(request.method === 'POST' ? 303 : 302, href);
}
