import express from 'express';
import * as contract from '../contract/amazon-login.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { page, type Route } from '../http/route.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { sendLoginNotice } from './amazon-login-pages.ts';
import {
  listStoresToChoose,
  parseUsableLogin,
  redirectToSellerCentral,
  requireOperator,
  sendStoreChoice,
} from './store-choice.ts';

const parseForm = express.urlencoded({ extended: false, limit: '16kb' });

export function chooseStoreForLogin(deps: ApiDeps): Route {
  return page(contract.chooseStoreForLogin, parseForm, async (request, response) => {
    if (!isSameOrigin(request, deps.publicUrl)) throw new Problem('foreign_origin');
    const fields: Record<string, unknown> = { ...Object(request.body) };
    const login = parseUsableLogin(deps, fields);
    if (typeof login === 'string') return sendLoginNotice(request, response, login);
    if (!(await requireOperator(deps, request, response, login))) return;
    const stores = await listStoresToChoose(deps, login);
    const store = stores.find(({ id }) => id === fields['store']);
    if (store) return redirectToSellerCentral(deps, request, response, login, store);
    if (stores.length === 0) return sendLoginNotice(request, response, 'noStore');
    sendStoreChoice(deps, request, response, login, stores, { chosenStoreIsGone: true });
  });
}
