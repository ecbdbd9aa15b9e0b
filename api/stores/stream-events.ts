import type { Request, Response } from 'express';
import * as contract from '../contract/timeline.ts';
import type { ApiDeps } from '../deps.ts';
import { sessionPolicy } from '../access/sessions.ts';
import { type Actor, actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';
import type { ChangeStream } from './change-stream.ts';

const checkIntervalMs = 3000;

export function streamEvents(deps: ApiDeps, changes: ChangeStream) {
  return route(contract.streamEvents, async ({ headers, locale, request, response }) => {
    endWithAccess(deps, actorOf(request), response);
    await changes.open(request, response, { holder: holderOf(request), locale, lastEventId: headers['Last-Event-ID'] });
    return undefined;
  });
}

/** A stream may outlive its token or its session. The end of a session is reported at once, its expiry is not. */
function endWithAccess(deps: ApiDeps, actor: Actor, response: Response): void {
  const { session, tokenId } = actor;
  if (!session && tokenId === undefined) return;
  const check = setInterval(() => {
    const endIfOver = (isInForce: boolean) => void (isInForce || response.end());
    // While the database is unavailable nothing can be revoked, and no event arrives.
    isAccessInForce(deps, actor).then(endIfOver, () => undefined);
  }, checkIntervalMs);
  const unsubscribe = session && deps.sessionEnds.subscribe(session.id, () => response.end());
  response.once('close', () => {
    clearInterval(check);
    unsubscribe?.();
  });
}

async function isAccessInForce(deps: ApiDeps, { session, tokenId }: Actor): Promise<boolean> {
  if (session)
    return (await deps.sessions.findSession(session, await sessionPolicy(deps), { isUse: false })) !== undefined;
  return tokenId === undefined || (await deps.apiTokens.findToken({ id: tokenId })) !== undefined;
}

/** Each session of a browser counts by itself, each API token, and `ADMIN_TOKEN`. */
function holderOf(request: Request): string {
  const { session, tokenId } = actorOf(request);
  return session ? `session ${session.id}` : `token ${tokenId ?? ''}`;
}
