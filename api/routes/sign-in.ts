import express, { type Request, type RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { isSameOrigin } from '../middleware/same-origin.ts';
import { isSameSecret } from '../middleware/same-secret.ts';
import { signIn } from '../middleware/sessions.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';
import { Problem } from '../problems.ts';

const title = 'Sign in';
const form = express.urlencoded({ extended: false, limit: '4kb' });

/** With a code: a button, so that whatever looks at a link beforehand uses nothing up. Without: a form for the token. */
export const getSignIn: RequestHandler = (request, response) => {
  const { code } = request.query;
  const body =
    typeof code === 'string'
      ? html`<form method="post" action="/sign-in">
          <input type="hidden" name="code" value="${code}" />
          <p>This link signs this browser in, once.</p>
          <button type="submit">Sign in</button>
        </form>`
      : tokenForm;
  sendPage(response, { locale: 'en', title, body });
};

const tokenForm = html`<form method="post" action="/sign-in">
  <label for="token">Admin token</label>
  <input id="token" name="token" type="password" autocomplete="current-password" required />
  <button type="submit">Sign in</button>
</form>`;

export function postSignIn(deps: ApiDeps): RequestHandler[] {
  return [
    form,
    async (request, response) => {
      requireSameOrigin(request, deps);
      if (await isAllowed(request, deps)) {
        await signIn(request, deps);
        return response.redirect(303, '/');
      }
      const body = html`<p role="alert">
          <strong>That did not work: a link works once and for 15 minutes, and a token has to be complete.</strong>
        </p>
        ${tokenForm}`;
      sendPage(response, { locale: 'en', title, body, status: 403 });
    },
  ];
}

export function postSignOut(deps: ApiDeps): RequestHandler {
  return (request, response, next) => {
    requireSameOrigin(request, deps);
    request.session.destroy((error: unknown) => {
      if (error) return next(error);
      response.clearCookie('perennial_session', { path: '/' }).redirect(303, '/');
    });
  };
}

async function isAllowed(request: Request, { adminToken, signInCodes }: ApiDeps): Promise<boolean> {
  const given: unknown = request.body;
  if (typeof given !== 'object' || given === null) return false;
  if ('token' in given && typeof given.token === 'string') return isSameSecret(given.token.trim(), adminToken);
  return 'code' in given && typeof given.code === 'string' && signInCodes.useCode(given.code);
}

/** Browsers name the origin of a form; a program that names none has no session that another site could abuse. */
function requireSameOrigin(request: Request, { publicUrl }: ApiDeps): void {
  if (request.get('Origin') !== undefined && !isSameOrigin(request, publicUrl)) throw new Problem('foreign_origin');
}
