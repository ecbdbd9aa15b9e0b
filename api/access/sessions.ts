import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { ApiDeps } from '../deps.ts';
import { type Actor, adminActor, toActor } from '../http/actor.ts';
import { cookieName, isHttps } from '../http/cookies.ts';
import { isSameSecret } from '../http/same-secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** The fingerprint of the admin token: changing that ends every session. */
    signedInBy: string;
    /** The API token whose role the session has and with which it ends; undefined for the admin token. */
    tokenId?: string;
  }
}

export const sessionCookieName = (publicUrl: string): string => cookieName('perennial_session', publicUrl);
const dayMs = 86_400_000;

/** Sessions of signed-in browsers, stored in the database until a week after their last use. */
export function sessions(deps: ApiDeps): RequestHandler {
  const { publicUrl, sessionStore, signing } = deps;
  let readSession: RequestHandler | undefined;
  return async (request, response, next) => {
    const { session: secret } = await signing();
    readSession ??= session({
      name: sessionCookieName(publicUrl),
      secret,
      store: sessionStore,
      resave: false,
      saveUninitialized: false,
      proxy: true,
      cookie: { ...sessionCookie(deps), maxAge: 7 * dayMs },
    });
    // Our public address says it; a TLS proxy in front of us may not, and anyone can forge this header.
    request.headers['x-forwarded-proto'] = isHttps(publicUrl) ? 'https' : 'http';
    readSession(request, response, next);
  };
}

/** `SameSite=Strict`, unless other sites may frame the console: then one cookie per framing site (`Partitioned`). */
export function sessionCookie({ publicUrl, frameAncestors }: Pick<ApiDeps, 'publicUrl' | 'frameAncestors'>) {
  const cookie = { httpOnly: true, path: '/' };
  if (frameAncestors.length > 0) return { ...cookie, sameSite: 'none', secure: true, partitioned: true } as const;
  return { ...cookie, sameSite: 'strict', secure: isHttps(publicUrl) } as const;
}

/** Undefined for a browser that is not signed in, or whose token was revoked. */
export async function signedInActor(request: Request, deps: ApiDeps): Promise<Actor | undefined> {
  const { signedInBy, tokenId } = request.session ?? {};
  const { adminFingerprint } = await deps.signing();
  if (signedInBy === undefined || !isSameSecret(signedInBy, adminFingerprint)) return undefined;
  if (tokenId === undefined) return adminActor;
  const holder = await deps.apiTokens.findToken({ id: tokenId });
  return holder && toActor(holder);
}

/** Starts a new session, which prevents session fixation. */
export async function signIn(request: Request, deps: ApiDeps, { tokenId }: Actor): Promise<void> {
  const { adminFingerprint } = await deps.signing();
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
  request.session.signedInBy = adminFingerprint;
  if (tokenId !== undefined) request.session.tokenId = tokenId;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
}

export function signOut(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
