import { ensureBrowserId, signOutcomeToken, readBrowserId } from './browser-cookie.ts';
import * as contract from '../contract/consents.ts';
import type { ApiDeps } from '../deps.ts';
import { sendNotice } from '../pages/notice.ts';
import { page } from '../http/route.ts';
import type { OutcomePages } from './outcome-pages.ts';

/** Takes the callback once, tells the workflow, and shows what came of it. Repeated, it resumes or shows it again. */
export function receiveCallback(deps: ApiDeps, outcomes: OutcomePages) {
  return page(contract.receiveCallback, async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    const callback = readCallback(request.query);
    if (!callback) return sendNotice(request, response, 'callbackIncomplete');
    const browserId = readBrowserId(request);
    const answer = await deps.consents.receiveCallback({
      ...callback,
      ...(browserId !== undefined && { browserId }),
      receivedAt: new Date().toISOString(),
    });
    switch (answer.kind) {
      case 'wrong_browser':
        return sendNotice(request, response, 'otherBrowser');
      case 'state_expired':
        return sendNotice(request, response, 'consentTooOld');
      case 'unknown_state':
        return sendNotice(
          request,
          response,
          (await isStoreGone(deps, callback.state)) ? 'storeGone' : 'consentUnknown',
        );
      case 'taken': {
        const { consentId, storeId, sellingPartnerId, delivered, outcome } = answer.consent;
        if (!delivered && outcome === undefined) {
          const { kind } = await deps.onboarding.authorizationGranted(storeId, { consentId, sellingPartnerId });
          if (kind === 'gone') return sendNotice(request, response, 'storeGone');
          await deps.consents.markDelivered(consentId);
        }
        const receipt = signOutcomeToken(deps, consentId, ensureBrowserId(request, response, deps.publicUrl));
        return outcomes.show(request, response, consentId, receipt);
      }
    }
  });
}

/** Who comes back to a store that was deleted meanwhile is told so. */
async function isStoreGone({ consents, stores }: ApiDeps, state: string): Promise<boolean> {
  const begun = await consents.findConsentByState(state);
  const found = begun && (await stores.findStore(begun.storeId));
  return found !== undefined && 'store' in found && found.store.status === 'deleted';
}

function readCallback(query: Readonly<Record<string, unknown>>) {
  const state = readOnce(query['state'], 256);
  const sellingPartnerId = readOnce(query['selling_partner_id'], 64);
  // Amazon: at most 2,048 bytes.
  const code = readOnce(query['spapi_oauth_code'], 2048);
  return state && sellingPartnerId && code ? { state, sellingPartnerId, code } : undefined;
}

function readOnce(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value.length <= maxLength && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}
