import { actorOf } from '../http/actor.ts';
import { addSignInLink } from '../contract/access-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

const validMs = 15 * 60_000;

export function postSignInLink({ signInCodes, publicUrl }: ApiDeps) {
  return route(addSignInLink, async ({ request }) => {
    const expiresAt = new Date(Date.now() + validMs).toISOString();
    const { code } = await signInCodes.createCode(expiresAt, actorOf(request).tokenId);
    const url = `${publicUrl}/sign-in?code=${encodeURIComponent(code)}`;
    return { status: 201, body: { url, expiresAt } };
  });
}
