import type { Request, Response } from 'express';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import { type Locale, type Messages, messages } from '../../locales/index.ts';
import { html } from '../pages/html.ts';
import { localeOf } from '../pages/locale-of.ts';
import { storeName } from '../pages/outcome.ts';
import { sendPage } from '../pages/send-page.ts';
import { type AmazonLogin, loginFields, loginPath } from './amazon-login.ts';

export type LoginProblem = keyof Messages['amazonLogin']['problems'];

const statuses: Readonly<Record<LoginProblem, number>> = {
  incomplete: 400,
  foreign: 400,
  signIn: 403,
  role: 403,
  noStore: 404,
};

/**
 * With `login`, the notice `signIn` links to the sign-in page, which leads back to the same address, and has a form that
 * mails the link.
 */
export function sendLoginNotice(request: Request, response: Response, notice: LoginProblem, login?: AmazonLogin): void {
  const locale = localeOf(request);
  const { problems, signInButton, mailButton } = messages[locale].amazonLogin;
  const { title, what, todo } = problems[notice];
  const signIn =
    notice === 'signIn' && login
      ? html`<p>
            <a class="button" href="/sign-in?return=${encodeURIComponent(loginPath(login))}">${signInButton}</a>
          </p>
          <form method="post" action="/oauth/amazon/login/link">
            ${hiddenFields(login)}
            <button type="submit">${mailButton}</button>
          </form>`
      : undefined;
  const body = html`<p>${what}</p>
    <p><strong>${todo}</strong></p>
    ${signIn}`;
  sendPage(response, { locale, title, body, status: statuses[notice] });
}

/** Loads the same address again from this site: browsers leave a session cookie out of a request from another site. */
export function sendSessionProbe(request: Request, response: Response, login: AmazonLogin): void {
  const locale = localeOf(request);
  const { title, what, button } = messages[locale].amazonLogin.sessionProbe;
  const url = loginPath(login);
  const body = html`<p>${what}</p>
    <p><a class="button" href="${url}">${button}</a></p>`;
  sendPage(response, { locale, title, body, refresh: { seconds: 0, url } });
}

export function sendStoreChoicePage(
  request: Request,
  response: Response,
  login: AmazonLogin,
  stores: readonly Store[],
  { chosenStoreIsGone = false }: { readonly chosenStoreIsGone?: boolean } = {},
): void {
  const locale = localeOf(request);
  const { title, what, legend, button, gone } = messages[locale].amazonLogin.choose;
  const choices = stores.map(
    (store) =>
      html`<label class="choice">
        <input type="radio" name="store" value="${store.id}" required /> ${storeName(store, locale)}, ${store.website}
      </label>`,
  );
  const body = html`${chosenStoreIsGone ? html`<p role="alert"><strong>${gone}</strong></p>` : undefined}
    <p>${what(login.sellingPartnerId)}</p>
    <form method="post" action="/oauth/amazon/login">
      ${hiddenFields(login)}
      <fieldset>
        <legend>${legend}</legend>
        ${choices}
      </fieldset>
      <button type="submit">${button}</button>
    </form>`;
  const inLanguage = (language: Locale) => `${loginPath(login)}&lang=${language}`;
  sendPage(response, { locale, title, body, inLanguage, status: chosenStoreIsGone ? 409 : 200 });
}

/** The same for every seller: it does not say whether we know one. */
export function sendLinkMailed(request: Request, response: Response): void {
  const locale = localeOf(request);
  const { title, what, todo } = messages[locale].amazonLogin.linkMailed;
  const body = html`<p>${what}</p>
    <p><strong>${todo}</strong></p>`;
  sendPage(response, { locale, title, body });
}

function hiddenFields(login: AmazonLogin) {
  return Object.entries(loginFields(login)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}
