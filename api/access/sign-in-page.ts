import type { Response } from 'express';
import { type Locale, messages } from '../../locales/index.ts';
import type { Problem } from '../http/problem.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';

export interface SignInForm {
  readonly returnTo: string;
  /** Of the identity provider; absent without one. */
  readonly providerHost?: string;
  /** The browser is signed in, and what comes next needs a recent sign-in. */
  readonly isFreshSignInWanted?: boolean;
}

/** With a code only a button: a mail scanner that opens the link must not use the code up. */
export function sendSignInPage(response: Response, locale: Locale, form: { readonly code: string } | SignInForm): void {
  const { title, once, button } = messages[locale].signIn;
  const body =
    'code' in form
      ? html`<form method="post" action="/sign-in">
          <input type="hidden" name="code" value="${form.code}" />
          <p>${once}</p>
          <button type="submit">${button}</button>
        </form>`
      : signInForm(locale, form);
  sendPage(response, { locale, title, body });
}

export function sendSignInFailedPage(response: Response, locale: Locale, form: SignInForm): void {
  const { title, failed } = messages[locale].signIn;
  const body = html`<p role="alert"><strong>${failed}</strong></p>
    ${signInForm(locale, form)}`;
  sendPage(response, { locale, title, body, status: 403 });
}

export function sendTooManySignInsPage(
  response: Response,
  locale: Locale,
  form: SignInForm,
  { status, headers }: Problem,
): void {
  const { title, tooMany } = messages[locale].signIn;
  response.set(headers);
  const body = html`<p role="alert"><strong>${tooMany(headers['Retry-After'] ?? '60')}</strong></p>
    ${signInForm(locale, form)}`;
  sendPage(response, { locale, title, body, status });
}

/** Goes on by itself. A redirect would still count as coming from the other site, and carry no session cookie. */
export function sendContinuePage(
  response: Response,
  locale: Locale,
  name: 'signedIn' | 'signedOut',
  url: string,
): void {
  const { title, button } = messages[locale].oidc[name];
  response.set('Referrer-Policy', 'no-referrer');
  const body = html`<p><a class="button" href="${url}">${button}</a></p>`;
  sendPage(response, { locale, title, body, refresh: { seconds: 0, url } });
}

function signInForm(locale: Locale, { returnTo, providerHost, isFreshSignInWanted }: SignInForm) {
  const { token, button, fresh, provider, orToken } = messages[locale].signIn;
  const query = new URLSearchParams({ return: returnTo, ...(isFreshSignInWanted && { fresh: '1' }) });
  return html`${isFreshSignInWanted ? html`<p>${fresh}</p>` : undefined}
    ${
      providerHost === undefined
        ? undefined
        : html`<p><a class="button" href="/sign-in/oidc?${query.toString()}">${provider(providerHost)}</a></p>
            <p>${orToken}</p>`
    }
    <form method="post" action="/sign-in">
      <input type="hidden" name="return" value="${returnTo}" />
      <label for="token">${token}</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required />
      <button type="submit">${button}</button>
    </form>`;
}
