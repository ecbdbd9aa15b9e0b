import type { Response } from 'express';
import { type Locale, messages } from '../../locales/index.ts';
import type { Problem } from '../http/problem.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';

/** With a code only a button: a mail scanner that opens the link must not use the code up. */
export function sendSignInPage(
  response: Response,
  locale: Locale,
  form: { readonly code: string } | { readonly returnTo: string },
): void {
  const { title, once, button } = messages[locale].signIn;
  const body =
    'code' in form
      ? html`<form method="post" action="/sign-in">
          <input type="hidden" name="code" value="${form.code}" />
          <p>${once}</p>
          <button type="submit">${button}</button>
        </form>`
      : tokenForm(locale, form.returnTo);
  sendPage(response, { locale, title, body });
}

export function sendSignInFailedPage(response: Response, locale: Locale, returnTo: string): void {
  const { title, failed } = messages[locale].signIn;
  const body = html`<p role="alert"><strong>${failed}</strong></p>
    ${tokenForm(locale, returnTo)}`;
  sendPage(response, { locale, title, body, status: 403 });
}

export function sendTooManySignInsPage(
  response: Response,
  locale: Locale,
  returnTo: string,
  { status, headers }: Problem,
): void {
  const { title, tooMany } = messages[locale].signIn;
  response.set(headers);
  const body = html`<p role="alert"><strong>${tooMany(headers['Retry-After'] ?? '60')}</strong></p>
    ${tokenForm(locale, returnTo)}`;
  sendPage(response, { locale, title, body, status });
}

function tokenForm(locale: Locale, returnTo: string) {
  const { token, button } = messages[locale].signIn;
  return html`<form method="post" action="/sign-in">
    <input type="hidden" name="return" value="${returnTo}" />
    <label for="token">${token}</label>
    <input id="token" name="token" type="password" autocomplete="current-password" required />
    <button type="submit">${button}</button>
  </form>`;
}
