import type { Request, Response } from 'express';
import type { Consent } from '../../adapters/postgres/consents/consents.ts';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import { seller } from '../../domain/actors.ts';
import type { ReasonCode } from '../../domain/reasons.ts';
import type { Locale } from '../../locales/index.ts';
import type { ApiDeps } from '../deps.ts';
import { waitUntil } from '../http/wait-until.ts';
import { localeOf } from '../pages/locale-of.ts';
import { sendNotice } from '../pages/notice.ts';
import { sendConnected, sendRefused, sendUndoing, sendUndone, sendVerifying } from '../pages/outcome.ts';
import { createConnectLink } from './create-connect-link.ts';
import { deliverUndo } from './undo-consent.ts';

interface Frame {
  readonly locale: Locale;
  readonly inLanguage: (locale: Locale) => string;
}

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
    const frame = { locale, inLanguage };
    if (outcome === undefined) return sendVerifying(response, frame, inLanguage(locale));
    if (outcome === 'connected') return this.#showConnected(request, response, frame, { consent, store, address });
    const retryUrl = noRetry.has(outcome.code) ? undefined : (await this.#connectLink(consent)).url;
    sendRefused(response, frame, store, outcome, retryUrl);
  }

  /** For ten minutes, the browser that gave the consent can take it back. */
  async #showConnected(
    request: Request,
    response: Response,
    frame: Frame,
    { consent, store, address }: { consent: Consent; store: Store; address: string },
  ): Promise<void> {
    const { consentId, sellingPartnerId: sellerId, accountName: name } = consent;
    await deliverUndo(this.#deps, consent);
    const undo = await this.#deps.consents.findUndo(consentId);
    switch (undo?.state) {
      case 'requested':
        return sendUndoing(response, frame, frame.inLanguage(frame.locale));
      case 'undone': {
        const { url: retryUrl } = await this.#connectLink(consent);
        return sendUndone(response, frame, { sellerId, hasFormer: undo.hasFormer, retryUrl });
      }
      case 'too_late':
        return sendNotice(request, response, 'undoTooLate', { inLanguage: frame.inLanguage });
      case 'offered':
        return sendConnected(response, frame, store, { sellerId, name, undoPath: `${address}/undo` });
      case 'ended':
      case undefined:
        return sendConnected(response, frame, store, { sellerId, name });
    }
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
