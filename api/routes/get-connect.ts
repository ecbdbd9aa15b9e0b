import { startConsent } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { keepBrowserId } from '../browser-cookie.ts';
import { sendNotice } from '../pages/notice.ts';
import { page } from '../route.ts';

const consentValidMs = 30 * 60_000;
const wellFormed = /^[\w-]{16,128}$/;

/** Binds the browser, makes a single-use state and goes on to Amazon. Looking at the link without opening it does nothing. */
export function getConnect(deps: ApiDeps) {
  return page(startConsent, async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    const inLanguage = (locale: string) => `?lang=${locale}`;
    const token = request.params['token'];
    const link = typeof token === 'string' && wellFormed.test(token) ? await deps.links.findLink(token) : undefined;
    if (!link) return sendNotice(request, response, 'linkUnknown', { inLanguage });
    const found = await deps.reader.findStore(link.storeId);
    if (!found || 'refused' in found) return sendNotice(request, response, 'linkUnknown', { inLanguage });
    const { store } = found;
    if (store.status === 'deleted') return sendNotice(request, response, 'storeGone', { inLanguage });
    if (Date.parse(link.expiresAt) <= Date.now()) return sendNotice(request, response, 'linkExpired', { inLanguage });
    const redirectUri = `${deps.publicUrl}/oauth/amazon/callback`;
    const { state } = await deps.consents.beginConsent({
      storeId: store.id,
      linkId: link.linkId,
      browserId: keepBrowserId(request, response, deps.publicUrl),
      redirectUri,
      expiresAt: new Date(Date.now() + consentValidMs).toISOString(),
    });
    response.redirect(302, deps.consentUrl({ country: store.country, state, redirectUri }));
  });
}
