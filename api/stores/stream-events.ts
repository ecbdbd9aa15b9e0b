import type { Request } from 'express';
import * as contract from '../contract/timeline.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';
import type { ChangeStream } from './change-stream.ts';

const tokenCheckIntervalMs = 3000;

export function streamEvents({ apiTokens }: ApiDeps, changes: ChangeStream) {
  return route(contract.streamEvents, async ({ headers, locale, request, response }) => {
    const { tokenId } = actorOf(request);
    if (tokenId !== undefined) {
      // A stream may outlive its token.
      const check = setInterval(() => {
        const endIfRevoked = (holder: unknown) => void (holder === undefined && response.end());
        // While the database is unavailable no token can be revoked, and no event arrives.
        apiTokens.findToken({ id: tokenId }).then(endIfRevoked, () => undefined);
      }, tokenCheckIntervalMs);
      response.once('close', () => clearInterval(check));
    }
    await changes.open(request, response, { holder: holderOf(request), locale, lastEventId: headers['Last-Event-ID'] });
    return undefined;
  });
}

/** Each session of a browser counts by itself, each API token, and `ADMIN_TOKEN`. */
function holderOf(request: Request): string {
  // Without a session, the library has not set the id.
  const sessionId: string | undefined = request.sessionID;
  return sessionId === undefined ? `token ${actorOf(request).tokenId ?? ''}` : `session ${sessionId}`;
}
