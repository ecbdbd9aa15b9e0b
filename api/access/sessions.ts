import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { type Actor, adminActor, toActor } from '../http/actor.ts';
import type { ApiDeps } from '../deps.ts';
import { isSameSecret } from '../http/same-secret.ts';

declare module 'express-session' {
  interface SessionData {
    /** Derived from the admin token that was in force: another token ends every session. */
    signedInBy: string;
    /** Of the API token it was signed in by, whose role it has and with which it ends; none for the admin's. */
    tokenId?: string;
  }
}

export const sessionCookieName = 'perennial_session';
const dayMs = 86_400_000;

/** Sessions of signed-in browsers, kept in the database, a week after the last use. */
export function sessions(deps: ApiDeps): RequestHandler {
  const { frameAncestors, sessionSecrets, sessionStore } = deps;
  const isFramed = frameAncestors.length > 0;
  const readSession = session({
    name: sessionCookieName,
    secret: [...sessionSecrets],
    store: sessionStore,
    resave: false,
    saveUninitialized: false,
    ...(isFramed && { proxy: true }),
    cookie: { ...sessionCookie(deps), maxAge: 7 * dayMs },
  });
  if (!isFramed) return readSession;
  return (request, response, next) => {
    // Frames need an https address of ours: what ends TLS in front of us need not say that it did.
    request.headers['x-forwarded-proto'] ??= 'https';
    readSession(request, response, next);
  };
}

/**
 * Strict, unless other sites may frame the console: then it goes along in their frames, by itself (`Partitioned`) in
 * each site's, so that no third site ever sends it.
 */
export function sessionCookie({ publicUrl, frameAncestors }: Pick<ApiDeps, 'publicUrl' | 'frameAncestors'>) {
  const cookie = { httpOnly: true, path: '/' };
  if (frameAncestors.length > 0) return { ...cookie, sameSite: 'none', secure: true, partitioned: true } as const;
  return { ...cookie, sameSite: 'strict', secure: publicUrl.startsWith('https:') ? 'auto' : false } as const;
}

/** Who signed this browser in; undefined when nobody did, or when their token is no longer in force. */
export async function signedInActor(request: Request, deps: ApiDeps): Promise<Actor | undefined> {
  const { signedInBy, tokenId } = request.session ?? {};
  if (signedInBy === undefined || !isSameSecret(signedInBy, sessionMark(deps))) return undefined;
  if (tokenId === undefined) return adminActor;
  const holder = await deps.apiTokens.findToken({ id: tokenId });
  return holder && toActor(holder);
}

/** Gives the browser a new session, so that one planted before is worth nothing. */
export async function signIn(request: Request, deps: ApiDeps, { tokenId }: Actor): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(toError(error)) : resolve()));
  });
  request.session.signedInBy = sessionMark(deps);
  if (tokenId !== undefined) request.session.tokenId = tokenId;
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
