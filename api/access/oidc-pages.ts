import type { Request, Response } from 'express';
import { type Messages, messages } from '../../locales/index.ts';
import { html } from '../pages/html.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendPage } from '../pages/send-page.ts';

const maxValueLength = 200;

interface Notice {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

/** What is wrong with a sign-in at the identity provider, and the one thing to do. */
export function sendOidcNotice(
  request: Request,
  response: Response,
  status: number,
  describe: (notices: Messages['oidc']['notices']) => Notice,
): void {
  const locale = localeOf(request);
  const { notices, again } = messages[locale].oidc;
  const { title, what, todo } = describe(notices);
  const body = html`<p role="alert">${what}</p>
    <p><strong>${todo}</strong></p>
    <p><a class="button" href="/sign-in">${again}</a></p>`;
  sendPage(response, { locale, title, body, status });
}

/** Names the claim that was looked at and its value, which the person passes on to an administrator of the provider. */
export function sendNoRolePage(
  request: Request,
  response: Response,
  { claim, value, name }: { readonly claim: string; readonly value: unknown; readonly name: string },
): void {
  const locale = localeOf(request);
  const { noRole, again } = messages[locale].oidc;
  const shown = value === undefined ? noRole.missing : JSON.stringify(value).slice(0, maxValueLength);
  const body = html`<p role="alert">${noRole.what(name)}</p>
    <dl>
      <dt>${noRole.claim}</dt>
      <dd><code>${claim}</code></dd>
      <dt>${noRole.value}</dt>
      <dd><code>${shown}</code></dd>
    </dl>
    <p><strong>${noRole.todo}</strong></p>
    <p><a class="button" href="/sign-in">${again}</a></p>`;
  sendPage(response, { locale, title: noRole.title, body, status: 403 });
}
