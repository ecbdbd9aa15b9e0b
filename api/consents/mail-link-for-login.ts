import express from 'express';
import * as contract from '../contract/amazon-login.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { page, type Route } from '../http/route.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { sendLinkMailed, sendLoginNotice } from './amazon-login-pages.ts';
import { allowedCountries, type AmazonLogin, storeToRenew } from './amazon-login.ts';
import { parseUsableLogin } from './store-choice.ts';

const parseForm = express.urlencoded({ extended: false, limit: '16kb' });

/** Answers the same for every seller, known or not: who may not sign in learns nothing about our stores. */
export function mailLinkForLogin(deps: ApiDeps): Route {
  return page(contract.mailLinkForLogin, parseForm, async (request, response) => {
    if (!isSameOrigin(request, deps.publicUrl)) throw new Problem('foreign_origin');
    const login = parseUsableLogin(deps, { ...Object(request.body) });
    if (typeof login === 'string') return sendLoginNotice(request, response, login);
    await mailLink(deps, login);
    sendLinkMailed(request, response);
  });
}

/** To the store's own address, at most once a day, and only for a store that needs it. */
async function mailLink({ messages, sellerCentralUrls, stores, temporal }: ApiDeps, login: AmazonLogin): Promise<void> {
  const sellersStores = await stores.listStoresOfSeller(login.sellingPartnerId);
  const store = storeToRenew(sellersStores, allowedCountries(login, sellerCentralUrls));
  if (!store) return;
  const key = `login_link/${store.id}/${new Date().toISOString().slice(0, 10)}`;
  const { messageId } = await messages.queueMessage({ kind: 'connect_link', storeId: store.id, key });
  if (messageId) await temporal.deliverMessage(messageId);
}
