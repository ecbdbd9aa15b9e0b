import express, { type Request, type RequestHandler } from 'express';
import type { SessionHolder } from '../../adapters/postgres/access/sessions.ts';
import type { SignInMethod } from '../../domain/sessions.ts';
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
import { oidcSignInRoutes, providerSignOutUrl } from './oidc-sign-in.ts';
import { isFreshSignInWanted, returnPath } from './return-path.ts';
import { signedInActor, signIn, signOut } from './sessions.ts';
import {
  sendContinuePage,
  sendSignInFailedPage,
  sendSignInPage,
  sendTooManySignInsPage,
  type SignInForm,
} from './sign-in-page.ts';

const parseForm = express.urlencoded({ extended: false, limit: '4kb' });

export function signInRoutes(deps: ApiDeps, attempts: FailedAttempts): readonly Route[] {
  const headers = signInHeaders(deps.frameAncestors);
  return [
    { method: 'get', path: '/sign-in', handlers: [...headers, showSignIn(deps)] },
    { method: 'post', path: '/sign-in', handlers: [...headers, parseForm, postSignIn(deps, attempts)] },
    { method: 'post', path: '/sign-out', handlers: [...headers, postSignOut(deps)] },
    ...oidcSignInRoutes(deps, headers),
  ];
}

function showSignIn(deps: ApiDeps): RequestHandler {
  return (request, response) => {
    const { code } = request.query;
    const returnTo = returnPath(request.query['return']);
    const form = { ...formFor(deps, returnTo), isFreshSignInWanted: isFreshSignInWanted(request) };
    sendSignInPage(response, localeOf(request), typeof code === 'string' ? { code } : form);
  };
}

function postSignIn(deps: ApiDeps, attempts: FailedAttempts): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request, deps);
    const returnTo = returnPath(formField(request, 'return'));
    const form = formFor(deps, returnTo);
    const refusal = await attempts.begin(request).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal instanceof Problem) return sendTooManySignInsPage(response, localeOf(request), form, refusal);
    if (refusal) throw refusal;
    const found = await findHolder(request, deps);
    if (!found) {
      await auditRefusal(request, { action: 'signIn' });
      return sendSignInFailedPage(response, localeOf(request), form);
    }
    await attempts.succeeded(request);
    const { actor, ...session } = found;
    const action = session.signedInWith === 'sign_in_link' ? 'signInWithLink' : 'signInWithToken';
    await audited(request, { action, actor }, () =>
      signIn(request, response, deps, { ...session, authenticatedAt: deps.now() }),
    );
    response.redirect(303, returnTo);
  };
}

/** A person who signed in with the identity provider is signed out there as well. */
function postSignOut(deps: ApiDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request, deps);
    const actor = await signedInActor(request, deps);
    const end = () => signOut(request, response, deps);
    const ended = await (actor ? audited(request, { action: 'signOut', actor }, end) : end());
    const url = ended?.person && (await providerSignOutUrl(deps));
    // Not a redirect: the policy of the page with the button allows no form that leads to another site.
    if (url !== undefined) sendContinuePage(response, localeOf(request), 'signedOut', url);
    else response.redirect(303, '/');
  };
}

function formFor({ identityProvider }: ApiDeps, returnTo: string): SignInForm {
  return { returnTo, providerHost: identityProvider && new URL(identityProvider.issuer).host };
}

function formField(request: Request, name: string): unknown {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

async function findHolder(
  request: Request,
  { adminToken, apiTokens, signInCodes, signing }: ApiDeps,
): Promise<{ readonly actor: Actor; readonly holder: SessionHolder; readonly signedInWith: SignInMethod } | undefined> {
  const { adminFingerprint } = await signing();
  const admin = { actor: adminActor, holder: { name: adminActor.name, role: adminActor.role, adminFingerprint } };
  const token = formField(request, 'token');
  const code = formField(request, 'code');
  if (typeof token === 'string') {
    if (isSameSecret(token.trim(), adminToken)) return { ...admin, signedInWith: 'admin_token' };
    const found = await apiTokens.findToken({ token: token.trim() });
    return (
      found && {
        ...{ actor: toActor(found), holder: { tokenId: found.id, adminFingerprint } },
        signedInWith: 'api_token',
      }
    );
  }
  const usedCode = typeof code === 'string' ? await signInCodes.useCode(code, adminFingerprint) : undefined;
  if (!usedCode) return undefined;
  const { tokenId } = usedCode;
  if (tokenId === undefined) return { ...admin, signedInWith: 'sign_in_link' };
  const found = await apiTokens.findToken({ id: tokenId });
  if (!found) return undefined;
  return { actor: toActor(found), holder: { tokenId, adminFingerprint }, signedInWith: 'sign_in_link' };
}

/** Browsers send the origin of a form. A program that sends none has no session that another site could abuse. */
function requireSameOrigin(request: Request, { publicUrl }: ApiDeps): void {
  if (request.get('Origin') !== undefined && !isSameOrigin(request, publicUrl)) throw new Problem('foreign_origin');
}
