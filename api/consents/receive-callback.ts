import { authorizationGranted } from '../../workflows/messages.ts';
import * as contract from '../contract/consents.ts';
import type { ApiDeps } from '../deps.ts';
import { page } from '../http/route.ts';
import { sendNotice } from '../pages/notice.ts';
import { ensureBrowserId, signOutcomeToken, readBrowserId } from './browser-cookie.ts';
import type { OutcomePages } from './outcome-pages.ts';
import { printableText } from './printable-text.ts';

/** Signals the workflow once and shows the outcome. A repeated callback resumes, or shows the outcome again. */
export function receiveCallback(deps: ApiDeps, outcomes: OutcomePages) {
  return page(contract.receiveCallback, async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    const callback = parseCallback(request.query);
    if (!callback) return sendNotice(request, response, 'callbackIncomplete');
    const browserId = await readBrowserId(deps, request);
    const received = await deps.consents.receiveCallback({
      ...callback,
      browserId,
      receivedAt: new Date().toISOString(),
    });
    switch (received.kind) {
      case 'wrong_browser':
        return sendNotice(request, response, 'otherBrowser');
      case 'state_expired':
        return sendNotice(request, response, 'consentTooOld');
      case 'unknown_state':
        return sendNotice(
          request,
          response,
          (await isStoreDeleted(deps, callback.state)) ? 'storeGone' : 'consentUnknown',
        );
      case 'received': {
        const { consentId, storeId, sellingPartnerId, delivered, outcome } = received.consent;
        if (!delivered && outcome === undefined) {
          const { kind } = await deps.temporal.signalStore(storeId, authorizationGranted, {
            consentId,
            sellingPartnerId,
          });
          if (kind === 'gone') return sendNotice(request, response, 'storeGone');
          await deps.consents.markDelivered(consentId);
        }
        const outcomeToken = await signOutcomeToken(deps, consentId, await ensureBrowserId(deps, request, response));
        return outcomes.show(request, response, consentId, outcomeToken);
      }
    }
  });
}

async function isStoreDeleted({ consents, stores }: ApiDeps, state: string): Promise<boolean> {
  const consent = await consents.findConsentByState(state);
  const result = consent && (await stores.findStore(consent.storeId));
  return result !== undefined && 'store' in result && result.store.status === 'deleted';
}

function parseCallback(query: Readonly<Record<string, unknown>>) {
  const state = printableText(query['state'], 256);
  const sellingPartnerId = printableText(query['selling_partner_id'], 64);
  // Amazon's limit is 2,048 bytes.
  const code = printableText(query['spapi_oauth_code'], 2048);
  return state && sellingPartnerId && code ? { state, sellingPartnerId, code } : undefined;
}
