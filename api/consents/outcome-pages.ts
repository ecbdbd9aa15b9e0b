import type { Request, Response } from 'express';
import type { Locale } from '../../domain/reasons.ts';
import type { ApiDeps } from '../deps.ts';
import { createConnectLink } from './create-connect-link.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendNotice } from '../pages/notice.ts';
import { sendConnected, sendRefused, sendVerifying } from '../pages/outcome.ts';
import { waitUntil } from '../http/wait-until.ts';
import type { ConsentView } from '../ports.ts';

const patienceMs = 2500;
const rememberedLinks = 500;

/** What became of a consent, for the browser that gave it. */
export class OutcomePages {
  readonly #deps: ApiDeps;
  /** One fresh link per refused consent, however often its page is loaded. */
  readonly #links = new Map<string, Promise<{ url: string }>>();

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  /** Waits a moment for the outcome; without one, the page asks again by itself at an address without a code. */
  async show(request: Request, response: Response, consentId: string, receipt: string): Promise<void> {
    const { consents, stores } = this.#deps;
    let consent: ConsentView | undefined;
    await waitUntil(patienceMs, async () => {
      consent = await consents.findConsent(consentId);
      return consent?.outcome !== undefined;
    });
    const found = consent && (await stores.findStore(consent.storeId));
    if (!consent || !found || 'refused' in found) return sendNotice(request, response, 'consentUnknown');
    const { store } = found;
    if (store.status === 'deleted') return sendNotice(request, response, 'storeGone');
    const address = `/oauth/amazon/outcome/${receipt}`;
    const locale = localeOf(request);
    const inLanguage = (language: Locale) => `${address}?lang=${language}`;
    const { outcome } = consent;
    if (outcome === undefined) return sendVerifying(response, { locale, inLanguage }, inLanguage(locale));
    if (outcome === 'connected')
      return sendConnected(response, { locale, inLanguage }, store, consent.sellingPartnerId);
    const again = outcome.code === 'store_exists' ? undefined : (await this.#freshLink(consent)).url;
    sendRefused(response, { locale, inLanguage }, store, outcome, again);
  }

  #freshLink({ consentId, storeId }: ConsentView): Promise<{ url: string }> {
    const known = this.#links.get(consentId);
    if (known) return known;
    const [oldest] = this.#links.keys();
    if (oldest !== undefined && this.#links.size >= rememberedLinks) this.#links.delete(oldest);
    const link = createConnectLink(this.#deps, storeId);
    this.#links.set(consentId, link);
    link.catch(() => this.#links.delete(consentId));
    return link;
  }
}
