import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { ApiDeps } from '../deps.ts';
import { isSameSecret } from './same-secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** Derived from the admin token that was in force: another token ends every session. */
    signedInBy: string;
  }
}

const dayMs = 86_400_000;

/** Sessions of signed-in browsers, kept in the database, a week after the last use. */
export function sessions({ publicUrl, sessionSecrets, sessionStore }: ApiDeps): RequestHandler {
  return session({
    name: 'perennial_session',
    secret: [...sessionSecrets],
    store: sessionStore,
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'strict',
      secure: publicUrl.startsWith('https:') ? 'auto' : false,
      maxAge: 7 * dayMs,
      path: '/',
    },
  });
}

export function isSignedIn(request: Request, deps: ApiDeps): boolean {
  const signedInBy = request.session?.signedInBy;
  return signedInBy !== undefined && isSameSecret(signedInBy, sessionMark(deps));
}

/** Gives the browser a new session, so that one planted before is worth nothing. */
export async function signIn(request: Request, deps: ApiDeps): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
  request.session.signedInBy = sessionMark(deps);
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
}

function sessionMark({ adminToken, sessionSecrets }: ApiDeps): string {
  return createHash('sha256').update(`${sessionSecrets[0]}\0${adminToken}`).digest('base64url');
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
