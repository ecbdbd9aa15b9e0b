import type { Consent } from '../../adapters/postgres/consents/consents.ts';
import { undoRequested } from '../../workflows/messages.ts';
import * as contract from '../contract/consents.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { page } from '../http/route.ts';
import { isFromOtherSite } from '../http/same-origin.ts';
import { sendNotice } from '../pages/notice.ts';
import { signalStore } from '../stores/signal-store.ts';
import { readBrowserId, verifyOutcomeToken } from './browser-cookie.ts';

/** For the browser that gave the consent: the outcome token is bound to its cookie, and no other site knows it. */
export function undoConsent(deps: ApiDeps) {
  return page(contract.undoConsent, async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    if (isFromOtherSite(request, deps.publicUrl)) throw new Problem('foreign_origin');
    const outcomeToken = String(request.params['receipt']);
    const consentId = await verifyOutcomeToken(deps, outcomeToken, await readBrowserId(deps, request));
    const consent = consentId === undefined ? undefined : await deps.consents.findConsent(consentId);
    if (!consent) return sendNotice(request, response, 'consentUnknown');
    const undo = await deps.consents.findUndo(consent.consentId);
    if (undo === undefined || undo.state === 'ended') return sendNotice(request, response, 'undoTooLate');
    if (undo.state === 'offered') await deps.consents.requestUndo(consent.consentId);
    // The page of the outcome repeats it if Temporal is away.
    await deliverUndo(deps, consent).catch((error: unknown) => request.log.warn({ err: error }, 'An undo has to wait'));
    response.redirect(303, `/oauth/amazon/outcome/${outcomeToken}`);
  });
}

/** Signals the workflow of the store once about an undo that was requested. */
export async function deliverUndo(deps: ApiDeps, { consentId, storeId }: Consent): Promise<void> {
  const undo = await deps.consents.findUndo(consentId);
  if (undo?.state !== 'requested' || undo.delivered) return;
  await signalStore(deps, storeId, undoRequested, { consentId });
  await deps.consents.markUndoDelivered(consentId);
}
