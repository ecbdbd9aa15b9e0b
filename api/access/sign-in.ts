import express, { type Request, type RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { type Actor, adminActor, toActor } from '../http/actor.ts';
import { audited, auditRefusal } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { isSameSecret } from '../http/same-secret.ts';
import { signInHeaders } from '../http/security-headers.ts';
import { localeOf } from '../pages/locale-of.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { sessionCookie, sessionCookieName, sessions, signedInActor, signIn, signOut } from './sessions.ts';
import { sendSignInFailedPage, sendSignInPage, sendTooManySignInsPage } from './sign-in-page.ts';

const parseForm = express.urlencoded({ extended: false, limit: '4kb' });

export function signInRoutes(deps: ApiDeps, attempts: FailedAttempts): readonly Route[] {
  const headers = signInHeaders(deps.frameAncestors);
  const readSession = sessions(deps);
  return [
    { method: 'get', path: '/sign-in', handlers: [...headers, showSignIn] },
    { method: 'post', path: '/sign-in', handlers: [...headers, readSession, parseForm, postSignIn(deps, attempts)] },
    { method: 'post', path: '/sign-out', handlers: [readSession, postSignOut(deps)] },
  ];
}

const showSignIn: RequestHandler = (request, response) => {
  const { code } = request.query;
  const returnTo = localPath(request.query['return']);
  sendSignInPage(response, localeOf(request), typeof code === 'string' ? { code } : { returnTo });
};

function postSignIn(deps: ApiDeps, attempts: FailedAttempts): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request, deps);
    const returnTo = localPath(formField(request, 'return'));
    const refusal = await attempts.begin(request).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal instanceof Problem) return sendTooManySignInsPage(response, localeOf(request), returnTo, refusal);
    if (refusal) throw refusal;
    const actor = await findActor(request, deps);
    if (!actor) {
      await auditRefusal(request, { action: 'signIn' });
      return sendSignInFailedPage(response, localeOf(request), returnTo);
    }
    await attempts.succeeded(request);
    const action = typeof formField(request, 'token') === 'string' ? 'signInWithToken' : 'signInWithLink';
    await audited(request, { action, actor }, () => signIn(request, deps, actor));
    response.redirect(303, returnTo);
  };
}

function postSignOut(deps: ApiDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request, deps);
    const actor = await signedInActor(request, deps);
    await (actor ? audited(request, { action: 'signOut', actor }, () => signOut(request)) : signOut(request));
    response.clearCookie(sessionCookieName(deps.publicUrl), sessionCookie(deps)).redirect(303, '/');
  };
}

/** `/` for any other value: with a full URL our sign-in page would vouch for a foreign site. */
function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value) ? value : '/';
}

function formField(request: Request, name: string): unknown {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

async function findActor(
  request: Request,
  { adminToken, apiTokens, signInCodes, signing }: ApiDeps,
): Promise<Actor | undefined> {
  const token = formField(request, 'token');
  const code = formField(request, 'code');
  if (typeof token === 'string') {
    if (isSameSecret(token.trim(), adminToken)) return adminActor;
    const holder = await apiTokens.findToken({ token: token.trim() });
    return holder && toActor(holder);
  }
  const usedCode =
    typeof code === 'string' ? await signInCodes.useCode(code, (await signing()).adminFingerprint) : undefined;
  if (usedCode?.tokenId === undefined) return usedCode && adminActor;
  const holder = await apiTokens.findToken({ id: usedCode.tokenId });
  return holder && toActor(holder);
}

/** Browsers send the origin of a form. A program that sends none has no session that another site could abuse. */
function requireSameOrigin(request: Request, { publicUrl }: ApiDeps): void {
  if (request.get('Origin') !== undefined && !isSameOrigin(request, publicUrl)) throw new Problem('foreign_origin');
}
