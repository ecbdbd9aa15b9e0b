import type { Response } from 'express';
import { type Locale, type Reason, reasonText } from '../../domain/reasons.ts';
import { isConnected } from '../../domain/store-status.ts';
import type { StoreRecord } from '../ports.ts';
import { html } from './html.ts';
import { type Page, sendPage } from './send-page.ts';
import { wording } from './wording.ts';

type Frame = Pick<Page, 'locale' | 'inLanguage'>;

export function sendVerifying(response: Response, frame: Frame, url: string): void {
  const { title, what, next } = wording[frame.locale].verifying;
  const body = html`<p>${what}</p>
    <p>${next}</p>`;
  sendPage(response, { ...frame, title, body, refresh: { seconds: 3, url } });
}

export function sendConnected(response: Response, frame: Frame, store: StoreRecord, sellerId: string): void {
  const { locale } = frame;
  const words = wording[locale].connected;
  const asksAt = store.next?.what === 'renewal_request' ? store.next.at : undefined;
  const body = html`<p>${words.what(nameOf(store, locale), sellerId)}</p>
    ${store.expiresAt && html`<p>${words.until(dateIn(locale, store.expiresAt))}</p>`}
    ${asksAt && html`<p>${words.renewal(dateIn(locale, asksAt))}</p>`}
    <p><strong>${words.close}</strong></p>`;
  sendPage(response, { ...frame, title: words.title, body });
}

/** `again`: a fresh connect link, when trying again can help. */
export function sendRefused(
  response: Response,
  frame: Frame,
  store: StoreRecord,
  why: Reason,
  again: string | undefined,
): void {
  const { locale } = frame;
  const words = wording[locale].refused;
  const body = html`<p>${nameOf(store, locale)}</p>
    <p><strong>${reasonText(why, locale)}</strong></p>
    ${isConnected(store.status) ? html`<p>${words.kept}</p>` : undefined}
    ${
      again === undefined
        ? html`<p>${words.contact}</p>`
        : html`<p><a class="button" href="${again}">${words.again}</a></p>`
    }`;
  sendPage(response, { ...frame, title: words.title, body });
}

export function nameOf(store: StoreRecord, locale: Locale): string {
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(store.country) ?? store.country;
  return `${store.name} (${country})`;
}

function dateIn(locale: Locale, iso: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'nl', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}
