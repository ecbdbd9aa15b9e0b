import * as contract from '../contract/consents.ts';
import type { ApiDeps } from '../deps.ts';
import { page } from '../http/route.ts';
import { sendNotice } from '../pages/notice.ts';
import { readBrowserId, verifyOutcomeToken } from './browser-cookie.ts';
import type { OutcomePages } from './outcome-pages.ts';

export function showOutcome(deps: ApiDeps, outcomes: OutcomePages) {
  return page(contract.showOutcome, async (request, response) => {
    response.set('Referrer-Policy', 'no-referrer');
    const outcomeToken = String(request.params['receipt']);
    const consentId = await verifyOutcomeToken(deps, outcomeToken, await readBrowserId(deps, request));
    if (consentId === undefined) return sendNotice(request, response, 'consentUnknown');
    await outcomes.show(request, response, consentId, outcomeToken);
  });
}
