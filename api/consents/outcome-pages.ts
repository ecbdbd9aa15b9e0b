import type { Request, Response } from 'express';
import type { Consent } from '../../adapters/postgres/consents/consents.ts';
import { seller } from '../../domain/actors.ts';
import type { ReasonCode } from '../../domain/reasons.ts';
import type { Locale } from '../../locales/index.ts';
import type { ApiDeps } from '../deps.ts';
import { waitUntil } from '../http/wait-until.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendNotice } from '../pages/notice.ts';
import { sendConnected, sendRefused, sendVerifying } from '../pages/outcome.ts';
import { createConnectLink } from './create-connect-link.ts';

const timeoutMs = 2500;
const maxRememberedLinks = 500;
/** Another consent cannot help, or its link would undo what ended the links of the store. */
const noRetry: ReadonlySet<ReasonCode> = new Set(['store_exists', 'superseded', 'disconnected_by_admin']);

/** Shows the outcome of a consent to the browser that gave it. */
export class OutcomePages {
  readonly #deps: ApiDeps;
  /** One new connect link per refused consent, however often its page is loaded. */
  readonly #links = new Map<string, Promise<{ url: string }>>();

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  /** Waits for the outcome; after the timeout, the page reloads itself at an address without a code. */
  async show(request: Request, response: Response, consentId: string, outcomeToken: string): Promise<void> {
    const { consents, stores } = this.#deps;
    let consent: Consent | undefined;
    await waitUntil(timeoutMs, async () => {
      consent = await consents.findConsent(consentId);
      return consent?.outcome !== undefined;
    });
    const result = consent && (await stores.findStore(consent.storeId));
    if (!consent || !result || 'refused' in result) return sendNotice(request, response, 'consentUnknown');
    const { store } = result;
    if (store.status === 'deleted') return sendNotice(request, response, 'storeGone');
    const address = `/oauth/amazon/outcome/${outcomeToken}`;
    const locale = localeOf(request);
    const inLanguage = (language: Locale) => `${address}?lang=${language}`;
    const { outcome } = consent;
    if (outcome === undefined) return sendVerifying(response, { locale, inLanguage }, inLanguage(locale));
    if (outcome === 'connected')
      return sendConnected(response, { locale, inLanguage }, store, consent.sellingPartnerId);
    const retryUrl = noRetry.has(outcome.code) ? undefined : (await this.#connectLink(consent)).url;
    sendRefused(response, { locale, inLanguage }, store, outcome, retryUrl);
  }

  #connectLink({ consentId, storeId }: Consent): Promise<{ url: string }> {
    const existing = this.#links.get(consentId);
    if (existing) return existing;
    const [oldest] = this.#links.keys();
    if (oldest !== undefined && this.#links.size >= maxRememberedLinks) this.#links.delete(oldest);
    const link = createConnectLink(this.#deps, storeId, seller);
    this.#links.set(consentId, link);
    link.catch(() => this.#links.delete(consentId));
    return link;
  }
}
