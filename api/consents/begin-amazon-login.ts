import express, { type Request, type RequestHandler, type Response } from 'express';
import { includesRole } from '../../domain/roles.ts';
import {
  type AmazonLogin,
  confirmUrl,
  countriesOf,
  readAmazonLogin,
  storeToRenew,
  withTheirRegion,
} from './amazon-login.ts';
import { beginConsent } from './begin-consent.ts';
import type { ApiDeps } from '../deps.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { alsoLeadsTo } from '../http/security-headers.ts';
import { signedInActor } from '../access/sessions.ts';
import { sendLoginTrouble, sendLooking, sendStoreChoice } from './amazon-login-pages.ts';
import type { StoreRecord } from '../ports.ts';
import { Problem } from '../http/problem.ts';

const mostChoices = 200;

/** A seller we know goes back to Seller Central at once; for another one, an operator chooses the store. */
export function getAmazonLogin(deps: ApiDeps): RequestHandler {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (request.method === 'HEAD') return void response.end();
    const login = readLogin(deps, request.query);
    if (typeof login === 'string') return sendLoginTrouble(request, response, login);
    const from = countriesOf(login, deps.sellerCentralUrls);
    const known = storeToRenew(await deps.reader.listStoresOfSeller(login.sellingPartnerId), from);
    if (known) return goBack(deps, request, response, login, known);
    if (!(await mayChoose(deps, request, response, login))) return;
    const stores = await listWaitingStores(deps, login);
    if (stores.length === 0) return sendLoginTrouble(request, response, 'noStore');
    showChoice(deps, request, response, login, stores);
  };
}

export function postAmazonLogin(deps: ApiDeps): RequestHandler[] {
  return [
    express.urlencoded({ extended: false, limit: '16kb' }),
    async (request, response) => {
      if (!isSameOrigin(request, deps.publicUrl)) throw new Problem('foreign_origin');
      const fields: Record<string, unknown> = { ...Object(request.body) };
      const login = readLogin(deps, fields);
      if (typeof login === 'string') return sendLoginTrouble(request, response, login);
      if (!(await mayChoose(deps, request, response, login))) return;
      const stores = await listWaitingStores(deps, login);
      const store = stores.find(({ id }) => id === fields['store']);
      if (store) return goBack(deps, request, response, login, store);
      if (stores.length === 0) return sendLoginTrouble(request, response, 'noStore');
      showChoice(deps, request, response, login, stores, true);
    },
  ];
}

/** The name of the trouble when it cannot be used. */
function readLogin({ sellerCentralUrls }: ApiDeps, fields: Readonly<Record<string, unknown>>) {
  const login = readAmazonLogin(fields);
  if (!login) return 'incomplete';
  return countriesOf(login, sellerCentralUrls).length === 0 ? 'foreign' : login;
}

async function mayChoose(deps: ApiDeps, request: Request, response: Response, login: AmazonLogin): Promise<boolean> {
  const actor = await signedInActor(request, deps);
  if (actor && includesRole(actor.role, 'operator')) return true;
  if (actor) sendLoginTrouble(request, response, 'role');
  else if (request.get('Sec-Fetch-Site') === 'cross-site') sendLooking(request, response, login);
  else sendLoginTrouble(request, response, 'signIn', login);
  return false;
}

async function listWaitingStores(
  { reader, sellerCentralUrls }: ApiDeps,
  login: AmazonLogin,
): Promise<readonly StoreRecord[]> {
  const { items } = await reader.listStores({
    status: ['awaiting_authorization'],
    country: withTheirRegion(countriesOf(login, sellerCentralUrls)),
    sort: 'name',
    limit: mostChoices,
  });
  // One that expects a seller expects another one than this.
  return items.filter(({ sellerId }) => sellerId === undefined);
}

function showChoice(
  { sellerCentralUrls }: ApiDeps,
  request: Request,
  response: Response,
  login: AmazonLogin,
  stores: readonly StoreRecord[],
  wasGone = false,
): void {
  alsoLeadsTo(
    response,
    countriesOf(login, sellerCentralUrls).map((country) => sellerCentralUrls[country]),
  );
  sendStoreChoice(request, response, login, stores, wasGone);
}

async function goBack(
  deps: ApiDeps,
  request: Request,
  response: Response,
  login: AmazonLogin,
  { id, country }: StoreRecord,
): Promise<void> {
  const begun = await beginConsent(deps, request, response, { storeId: id });
  response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  const { href } = confirmUrl(login, deps.sellerCentralUrls, country, begun);
  response.redirect(request.method === 'POST' ? 303 : 302, href);
}
