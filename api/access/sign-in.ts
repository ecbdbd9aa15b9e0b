import express, { type Request, type RequestHandler } from 'express';
import { type Actor, adminActor, toActor } from '../http/actor.ts';
import type { ApiDeps } from '../deps.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { isSameSecret } from '../http/same-secret.ts';
import { sessionCookie, sessionCookieName, signIn } from './sessions.ts';
import type { Locale } from '../../domain/reasons.ts';
import { html } from '../pages/html.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendPage } from '../pages/send-page.ts';
import { wording } from '../pages/wording.ts';
import { Problem } from '../http/problem.ts';

const form = express.urlencoded({ extended: false, limit: '4kb' });

/** With a code: a button, so that whatever looks at a link beforehand uses nothing up. Without: a form for the token. */
export const getSignIn: RequestHandler = (request, response) => {
  const { code } = request.query;
  const locale = localeOf(request);
  const { title, once, button } = wording[locale].signIn;
  const body =
    typeof code === 'string'
      ? html`<form method="post" action="/sign-in">
          <input type="hidden" name="code" value="${code}" />
          <p>${once}</p>
          <button type="submit">${button}</button>
        </form>`
      : tokenForm(locale, ownPath(request.query['return']));
  sendPage(response, { locale, title, body });
};

function tokenForm(locale: Locale, returnTo: string) {
  const { token, button } = wording[locale].signIn;
  return html`<form method="post" action="/sign-in">
    <input type="hidden" name="return" value="${returnTo}" />
    <label for="token">${token}</label>
    <input id="token" name="token" type="password" autocomplete="current-password" required />
    <button type="submit">${button}</button>
  </form>`;
}

export function postSignIn(deps: ApiDeps): RequestHandler[] {
  return [
    form,
    async (request, response) => {
      requireSameOrigin(request, deps);
      const returnTo = ownPath(field(request, 'return'));
      const actor = await findActor(request, deps);
      if (actor) {
        await signIn(request, deps, actor);
        return response.redirect(303, returnTo);
      }
      const locale = localeOf(request);
      const { title, failed } = wording[locale].signIn;
      const body = html`<p role="alert"><strong>${failed}</strong></p>
        ${tokenForm(locale, returnTo)}`;
      sendPage(response, { locale, title, body, status: 403 });
    },
  ];
}

/** Only a path of ours: an address of somebody else's would make our sign-in page vouch for it. */
function ownPath(given: unknown): string {
  return typeof given === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given) ? given : '/';
}

function field(request: Request, name: string): unknown {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}

export function postSignOut(deps: ApiDeps): RequestHandler {
  return (request, response, next) => {
    requireSameOrigin(request, deps);
    request.session.destroy((error: unknown) => {
      if (error) return next(error);
      const { secure, ...cookie } = sessionCookie(deps);
      response.clearCookie(sessionCookieName, { ...cookie, secure: secure === true }).redirect(303, '/');
    });
  };
}

async function findActor(request: Request, { adminToken, tokens, signInCodes }: ApiDeps): Promise<Actor | undefined> {
  const token = field(request, 'token');
  const code = field(request, 'code');
  if (typeof token === 'string') {
    if (isSameSecret(token.trim(), adminToken)) return adminActor;
    const holder = await tokens.findToken({ token: token.trim() });
    return holder && toActor(holder);
  }
  const used = typeof code === 'string' ? await signInCodes.useCode(code) : undefined;
  if (used?.tokenId === undefined) return used && adminActor;
  const holder = await tokens.findToken({ id: used.tokenId });
  return holder && toActor(holder);
}

/** Browsers name the origin of a form; a program that names none has no session that another site could abuse. */
function requireSameOrigin(request: Request, { publicUrl }: ApiDeps): void {
  if (request.get('Origin') !== undefined && !isSameOrigin(request, publicUrl)) throw new Problem('foreign_origin');
}
