import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { ApiDeps } from '../deps.ts';
import { type Actor, adminActor, toActor } from '../http/actor.ts';
import { isSameSecret } from '../http/same-secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** Derived from the admin token: changing it ends every session. */
    signedInBy: string;
    /** The API token whose role the session has and with which it ends; undefined for the admin token. */
    tokenId?: string;
  }
}

export const sessionCookieName = 'perennial_session';
const dayMs = 86_400_000;

/** Sessions of signed-in browsers, stored in the database until a week after their last use. */
export function sessions(deps: ApiDeps): RequestHandler {
  const { frameAncestors, sessionSecrets, sessionStore } = deps;
  const isFramed = frameAncestors.length > 0;
  const readSession = session({
    name: sessionCookieName,
    secret: [...sessionSecrets],
    store: sessionStore,
    resave: false,
    saveUninitialized: false,
    proxy: isFramed ? true : undefined,
    cookie: { ...sessionCookie(deps), maxAge: 7 * dayMs },
  });
  if (!isFramed) return readSession;
  return (request, response, next) => {
    // Framing needs https, but a TLS proxy in front of us may not send this header.
    request.headers['x-forwarded-proto'] ??= 'https';
    readSession(request, response, next);
  };
}

/** `SameSite=Strict`, unless other sites may frame the console: then one cookie per framing site (`Partitioned`). */
export function sessionCookie({ publicUrl, frameAncestors }: Pick<ApiDeps, 'publicUrl' | 'frameAncestors'>) {
  const cookie = { httpOnly: true, path: '/' };
  if (frameAncestors.length > 0) return { ...cookie, sameSite: 'none', secure: true, partitioned: true } as const;
  return { ...cookie, sameSite: 'strict', secure: publicUrl.startsWith('https:') ? 'auto' : false } as const;
}

/** Undefined for a browser that is not signed in, or whose token was revoked. */
export async function signedInActor(request: Request, deps: ApiDeps): Promise<Actor | undefined> {
  const { signedInBy, tokenId } = request.session ?? {};
  if (signedInBy === undefined || !isSameSecret(signedInBy, sessionSigner(deps))) return undefined;
  if (tokenId === undefined) return adminActor;
  const holder = await deps.apiTokens.findToken({ id: tokenId });
  return holder && toActor(holder);
}

/** Starts a new session, which prevents session fixation. */
export async function signIn(request: Request, deps: ApiDeps, { tokenId }: Actor): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
  request.session.signedInBy = sessionSigner(deps);
  if (tokenId !== undefined) request.session.tokenId = tokenId;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
}

function sessionSigner({ adminToken, sessionSecrets }: ApiDeps): string {
  return createHash('sha256').update(`${sessionSecrets[0]}\0${adminToken}`).digest('base64url');
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
