import type { Request, RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { hasActor, setActor } from '../http/actor.ts';
import { auditRefusal } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { signedInActor } from './sessions.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Requires an API token or the session of a signed-in browser; a session may change things only from our own pages. */
export function sessionAuth(deps: ApiDeps): RequestHandler {
  return async (request, _response, next) => {
    if (hasActor(request)) return next();
    if (request.get('Authorization') !== undefined) {
      await auditRefusal(request, { action: 'authenticate' });
      throw unauthorized('The token is not valid.', 'invalid_token');
    }
    await authenticateSession(request, deps);
    next();
  };
}

async function authenticateSession(request: Request, deps: ApiDeps): Promise<void> {
  const actor = await signedInActor(request, deps);
  if (!actor) throw unauthorized('No token was given.');
  // Browsers may send the cookie with a request of another site, which must not get the answer.
  if (request.get('Sec-Fetch-Site') === 'cross-site') throw new Problem('foreign_origin');
  if (!safeMethods.has(request.method) && !isSameOrigin(request, deps.publicUrl)) throw new Problem('foreign_origin');
  setActor(request, actor);
}

function unauthorized(sentence: string, error?: string): Problem {
  const challenge = `Bearer realm="Perennial"${error ? `, error="${error}"` : ''}`;
  return new Problem(
    'unauthorized',
    `${sentence} Send "Authorization: Bearer" with an API token, or sign in at /sign-in.`,
    {
      headers: { 'WWW-Authenticate': challenge },
    },
  );
}
