import type { Request, Response } from 'express';
import { type Messages, messages } from '../../locales/index.ts';
import type { ProblemCode } from '../contract/problem-kinds.ts';
import { html } from './html.ts';
import { localeOf } from './locale-of.ts';
import { type Page, sendPage } from './send-page.ts';

export type NoticeName = keyof Messages['notices'];

const statuses: Readonly<Record<NoticeName, number>> = {
  linkUnknown: 404,
  linkExpired: 410,
  linkEnded: 410,
  storeGone: 410,
  callbackIncomplete: 400,
  otherBrowser: 403,
  consentUnknown: 404,
  consentTooOld: 410,
  unavailable: 503,
  tooMany: 429,
  malformed: 400,
  fault: 500,
  undoTooLate: 410,
};

const noticesByProblem: Partial<Readonly<Record<ProblemCode, NoticeName>>> = {
  temporal_unavailable: 'unavailable',
  database_unavailable: 'unavailable',
  too_many_requests: 'tooMany',
  malformed_request: 'malformed',
  internal_error: 'fault',
};

/** The notice for a problem that any page can have. */
export function noticeFor(code: ProblemCode): NoticeName | undefined {
  return noticesByProblem[code];
}

/** A page that says what is wrong and what to do. */
export function sendNotice(
  request: Request,
  response: Response,
  name: NoticeName,
  options: Pick<Page, 'inLanguage'> = {},
): void {
  const locale = localeOf(request);
  const { title, what, todo } = messages[locale].notices[name];
  const body = html`<p>${what}</p>
    <p><strong>${todo}</strong></p>`;
  const isRetried = name === 'unavailable';
  if (isRetried) response.set('Retry-After', '5');
  sendPage(response, {
    locale,
    title,
    body,
    status: statuses[name],
    refresh: isRetried ? { seconds: 5 } : undefined,
    ...options,
  });
}
