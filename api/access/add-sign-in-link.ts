import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';
import { tokenMaker } from './token-maker.ts';

const validMs = 15 * 60_000;

export function addSignInLink(deps: ApiDeps) {
  const { signInCodes, publicUrl } = deps;
  return route(contract.addSignInLink, async ({ request }) => {
    const expiresAt = new Date(Date.now() + validMs).toISOString();
    const { code } = await signInCodes.createCode(expiresAt, await tokenMaker(deps, actorOf(request)));
    const url = `${publicUrl}/sign-in?code=${encodeURIComponent(code)}`;
    return { status: 201, body: { url, expiresAt } };
  });
}
