import type { Request, RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { isSameSecret } from './same-secret.ts';
import { isSameOrigin } from './same-origin.ts';
import { isSignedIn, sessions } from './sessions.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the request carries the admin token. */
export function bearsToken(request: Request, { adminToken }: ApiDeps): boolean {
  const given = /^bearer +(\S+) *$/i.exec(request.get('Authorization') ?? '')?.[1];
  return given !== undefined && isSameSecret(given, adminToken);
}

/** A token, or the session of a signed-in browser; a session may change things only from our own pages. */
export function authenticate(deps: ApiDeps): RequestHandler {
  const readSession = sessions(deps);
  return (request, response, next) => {
    if (bearsToken(request, deps)) return next();
    // A wrong token is an answer of its own, and costs no look at the database.
    if (request.get('Authorization') !== undefined)
      return next(unauthorized('The token is not valid.', 'invalid_token'));
    readSession(request, response, (error: unknown) => {
      if (error) return next(error);
      if (!isSignedIn(request, deps)) return next(unauthorized('No token was given.'));
      if (safeMethods.has(request.method) || isSameOrigin(request, deps.publicUrl)) return next();
      next(new Problem('foreign_origin'));
    });
  };
}

function unauthorized(what: string, error?: string): Problem {
  const challenge = `Bearer realm="Perennial"${error ? `, error="${error}"` : ''}`;
  return new Problem(
    'unauthorized',
    `${what} Send "Authorization: Bearer" with an API token, or sign in at /sign-in.`,
    {
      headers: { 'WWW-Authenticate': challenge },
    },
  );
}
