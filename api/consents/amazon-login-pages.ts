import type { Request, Response } from 'express';
import type { Locale } from '../../domain/reasons.ts';
import { type AmazonLogin, loginPath } from './amazon-login.ts';
import type { StoreRecord } from '../ports.ts';
import { type LoginTrouble, loginWording } from '../pages/amazon-login-wording.ts';
import { html } from '../pages/html.ts';
import { localeOf } from '../pages/locale-of.ts';
import { nameOf } from '../pages/outcome.ts';
import { sendPage } from '../pages/send-page.ts';

const statuses: Readonly<Record<LoginTrouble, number>> = {
  incomplete: 400,
  foreign: 400,
  signIn: 403,
  role: 403,
  noStore: 404,
};

/** Says what is the matter and what to do; whoever has to sign in comes back to the same address. */
export function sendLoginTrouble(
  request: Request,
  response: Response,
  trouble: LoginTrouble,
  login?: AmazonLogin,
): void {
  const locale = localeOf(request);
  const { troubles, signInButton } = loginWording[locale];
  const { title, what, todo } = troubles[trouble];
  const signIn =
    trouble === 'signIn' && login
      ? html`<p>
          <a class="button" href="/sign-in?return=${encodeURIComponent(loginPath(login))}">${signInButton}</a>
        </p>`
      : undefined;
  const body = html`<p>${what}</p>
    <p><strong>${todo}</strong></p>
    ${signIn}`;
  sendPage(response, { locale, title, body, status: statuses[trouble] });
}

/** Opens the same address from here: coming from another site, a browser leaves the cookie of its session at home. */
export function sendLooking(request: Request, response: Response, login: AmazonLogin): void {
  const locale = localeOf(request);
  const { title, what, go } = loginWording[locale].looking;
  const url = loginPath(login);
  const body = html`<p>${what}</p>
    <p><a class="button" href="${url}">${go}</a></p>`;
  sendPage(response, { locale, title, body, refresh: { seconds: 0, url } });
}

export function sendStoreChoice(
  request: Request,
  response: Response,
  login: AmazonLogin,
  stores: readonly StoreRecord[],
  wasGone = false,
): void {
  const locale = localeOf(request);
  const { title, what, legend, button, gone } = loginWording[locale].choose;
  const choices = stores.map(
    (store) =>
      html`<label class="choice">
        <input type="radio" name="store" value="${store.id}" required /> ${nameOf(store, locale)}, ${store.website}
      </label>`,
  );
  const fields = Object.entries(formOf(login)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const body = html`${wasGone ? html`<p role="alert"><strong>${gone}</strong></p>` : undefined}
    <p>${what(login.sellingPartnerId)}</p>
    <form method="post" action="/oauth/amazon/login">
      ${fields}
      <fieldset>
        <legend>${legend}</legend>
        ${choices}
      </fieldset>
      <button type="submit">${button}</button>
    </form>`;
  const inLanguage = (language: Locale) => `${loginPath(login)}&lang=${language}`;
  sendPage(response, { locale, title, body, inLanguage, ...(wasGone && { status: 409 }) });
}

function formOf(login: AmazonLogin): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(loginPath(login).replace(/^[^?]*/, '')));
}
