import * as contract from '../contract/consents.ts';
import type { ApiDeps } from '../deps.ts';
import { page } from '../http/route.ts';
import { sendNotice } from '../pages/notice.ts';
import { beginConsent } from './begin-consent.ts';

const tokenPattern = /^[\w-]{16,128}$/;

/** Redirects to Amazon's consent page. A HEAD request, as link scanners send it, starts nothing. */
export function startConsent(deps: ApiDeps) {
  return page(contract.startConsent, async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    const inLanguage = (locale: string) => `?lang=${locale}`;
    const token = request.params['token'];
    const link =
      typeof token === 'string' && tokenPattern.test(token) ? await deps.connectLinks.findLink(token) : undefined;
    if (!link) return sendNotice(request, response, 'linkUnknown', { inLanguage });
    const result = await deps.stores.findStore(link.storeId);
    if (!result || 'refused' in result) return sendNotice(request, response, 'linkUnknown', { inLanguage });
    const { store } = result;
    if (store.status === 'deleted') return sendNotice(request, response, 'storeGone', { inLanguage });
    if (link.isEnded) return sendNotice(request, response, 'linkEnded', { inLanguage });
    if (Date.parse(link.expiresAt) <= Date.now()) return sendNotice(request, response, 'linkExpired', { inLanguage });
    const consent = await beginConsent(deps, request, response, { storeId: store.id, linkId: link.linkId });
    response.redirect(302, deps.consentUrl({ country: store.country, ...consent }));
  });
}
