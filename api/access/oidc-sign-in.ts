import type { Request, RequestHandler, Response } from 'express';
import type { IdentityProvider } from '../../adapters/oidc/identity-provider.ts';
import type { ApiDeps } from '../deps.ts';
import { audited, auditRefusal } from '../http/audit-trail.ts';
import type { Route } from '../http/route.ts';
import { isSameSecret } from '../http/same-secret.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendNoRolePage, sendOidcNotice } from './oidc-pages.ts';
import { forgetTransaction, keepTransaction, type OidcTransaction, readTransaction } from './oidc-transaction.ts';
import { isFreshSignInWanted, returnPath } from './return-path.ts';
import { signIn } from './sessions.ts';
import { sendContinuePage } from './sign-in-page.ts';

type Provider = NonNullable<ApiDeps['identityProvider']>;
type Finished = Awaited<ReturnType<IdentityProvider['finish']>>;

/** None without an identity provider. */
export function oidcSignInRoutes(deps: ApiDeps, headers: readonly RequestHandler[]): readonly Route[] {
  const { identityProvider } = deps;
  if (!identityProvider) return [];
  return [
    { method: 'get', path: '/sign-in/oidc', handlers: [...headers, beginSignIn(deps, identityProvider)] },
    { method: 'get', path: '/sign-in/oidc/callback', handlers: [...headers, finishSignIn(deps, identityProvider)] },
  ];
}

/** Undefined when the provider cannot sign people out, or does not answer. */
export async function providerSignOutUrl({ identityProvider, publicUrl }: ApiDeps): Promise<string | undefined> {
  return identityProvider?.signOutUrl(`${publicUrl}/sign-in`);
}

function beginSignIn(deps: ApiDeps, provider: Provider): RequestHandler {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const isFreshSignIn = isFreshSignInWanted(request);
    const begun = await provider.begin({ isFreshSignIn });
    if (begun.kind === 'unavailable') return sendUnavailable(request, response, provider, begun.detail);
    const { url, state, nonce, codeVerifier } = begun;
    const startedAt = deps.now().toISOString();
    const returnTo = returnPath(request.query['return']);
    await keepTransaction(response, deps, { state, nonce, codeVerifier, startedAt, isFreshSignIn, returnTo });
    response.redirect(302, url);
  };
}

function finishSignIn(deps: ApiDeps, provider: Provider): RequestHandler {
  return async (request, response) => {
    const transaction = await readTransaction(request, deps);
    const { state } = request.query;
    // Nothing is used up: the browser that began the sign-in can still finish it.
    if (!transaction || typeof state !== 'string' || !isSameSecret(state, transaction.state))
      return sendOidcNotice(request, response, 403, ({ unknown }) => ({ ...unknown, what: unknown.what() }));
    forgetTransaction(response, deps);
    const [, query = ''] = request.originalUrl.split('?');
    const finished = await provider.finish(new URLSearchParams(query), transaction);
    await answer(request, response, deps, provider, transaction, finished);
  };
}

async function answer(
  request: Request,
  response: Response,
  deps: ApiDeps,
  provider: Provider,
  { returnTo }: OidcTransaction,
  finished: Finished,
): Promise<void> {
  switch (finished.kind) {
    case 'signed_in': {
      const { subject, name, role, authenticatedAt } = finished;
      const holder = { issuer: provider.issuer, subject, name, role };
      const actor = { name, role, person: { issuer: provider.issuer, subject } };
      await audited(request, { action: 'signInWithProvider', actor }, () =>
        signIn(request, response, deps, { holder, signedInWith: 'oidc', authenticatedAt }),
      );
      return sendContinuePage(response, localeOf(request), 'signedIn', returnTo);
    }
    case 'no_role':
      await auditRefusal(request, { action: 'signInWithProvider' });
      return sendNoRolePage(request, response, finished);
    case 'not_fresh':
      return sendOidcNotice(request, response, 403, ({ notFresh }) => ({ ...notFresh, what: notFresh.what() }));
    case 'refused':
      await auditRefusal(request, { action: 'signInWithProvider' });
      request.log.warn({ code: finished.code }, 'A sign-in with the identity provider was refused');
      return sendOidcNotice(request, response, 403, ({ refused }) => ({
        ...refused,
        what: refused.what(finished.code),
      }));
    case 'unavailable':
      return sendUnavailable(request, response, provider, finished.detail);
  }
}

function sendUnavailable(request: Request, response: Response, { issuer }: Provider, detail: string): void {
  request.log.warn({ issuer, detail }, 'The identity provider cannot be used');
  response.set('Retry-After', '5');
  sendOidcNotice(request, response, 503, ({ unavailable }) => ({
    ...unavailable,
    what: unavailable.what(issuer, detail),
  }));
}
