import type { Response } from 'express';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import type { Reason } from '../../domain/reasons.ts';
import { isConnected } from '../../domain/store-status.ts';
import { countryName, formatDateTime } from '../../locales/format.ts';
import { type Locale, messages } from '../../locales/index.ts';
import { reasonText } from '../../locales/reason-text.ts';
import { html } from './html.ts';
import { type Page, sendPage } from './send-page.ts';

type Frame = Pick<Page, 'locale' | 'inLanguage'>;

export function sendVerifying(response: Response, frame: Frame, url: string): void {
  const { title, what, next } = messages[frame.locale].outcome.verifying;
  const body = html`<p>${what}</p>
    <p>${next}</p>`;
  sendPage(response, { ...frame, title, body, refresh: { seconds: 3, url } });
}

export interface ConnectedAccount {
  readonly sellerId: string;
  /** As Amazon names the account. */
  readonly name?: string;
  /** Where a form takes the consent back, as long as it can be. */
  readonly undoPath?: string;
}

export function sendConnected(response: Response, frame: Frame, store: Store, account: ConnectedAccount): void {
  const { locale } = frame;
  const { sellerId, name, undoPath } = account;
  const t = messages[locale].outcome.connected;
  const renewalAt = store.next?.what === 'renewal_request' ? store.next.at : undefined;
  const body = html`${name === undefined ? undefined : html`<p>${t.account(name, sellerId)}</p>`}
    <p>${t.what(storeName(store, locale), sellerId)}</p>
    ${store.expiresAt && html`<p>${t.until(formatDateTime(store.expiresAt, locale))}</p>`}
    ${renewalAt && html`<p>${t.renewal(formatDateTime(renewalAt, locale))}</p>`}
    <p><strong>${t.close}</strong></p>
    ${
      undoPath === undefined
        ? undefined
        : html`<form method="post" action="${undoPath}">
            <p>${t.notYours}</p>
            <button type="submit">${t.undo}</button>
          </form>`
    }`;
  sendPage(response, { ...frame, title: t.title, body });
}

export function sendUndoing(response: Response, frame: Frame, url: string): void {
  const { title, what, next } = messages[frame.locale].outcome.undoing;
  const body = html`<p>${what}</p>
    <p>${next}</p>`;
  sendPage(response, { ...frame, title, body, refresh: { seconds: 3, url } });
}

/** Amazon has no call that ends a permission: the person has to remove it. `hasFormer`: another one is in force again. */
export function sendUndone(
  response: Response,
  frame: Frame,
  {
    sellerId,
    hasFormer,
    retryUrl,
  }: { readonly sellerId: string; readonly hasFormer: boolean; readonly retryUrl: string },
): void {
  const t = messages[frame.locale].outcome.undone;
  const body = html`<p>${t.what(sellerId)}</p>
    <p>${hasFormer ? t.restored : t.first}</p>
    <p><strong>${hasFormer ? t.atOtherAccount(sellerId) : t.atAmazon}</strong></p>
    <p><a class="button" href="${retryUrl}">${t.again}</a></p>`;
  sendPage(response, { ...frame, title: t.title, body });
}

/** `retryUrl`: a new connect link, if a retry can help. */
export function sendRefused(
  response: Response,
  frame: Frame,
  store: Store,
  reason: Reason,
  retryUrl: string | undefined,
): void {
  const { locale } = frame;
  const t = messages[locale].outcome.refused;
  const body = html`<p>${storeName(store, locale)}</p>
    <p><strong>${reasonText(reason, locale)}</strong></p>
    ${isConnected(store.status) ? html`<p>${t.kept}</p>` : undefined}
    ${retryUrl === undefined ? html`<p>${t.contact}</p>` : html`<p><a class="button" href="${retryUrl}">${t.again}</a></p>`}`;
  sendPage(response, { ...frame, title: t.title, body });
}

export function storeName(store: Store, locale: Locale): string {
  return `${store.name} (${countryName(store.country, locale)})`;
}
