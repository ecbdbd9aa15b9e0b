import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Answer, createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());
beforeEach(() => api.clearFaults());

const newSeller = () => `seller-${randomUUID().slice(0, 8)}@example.com`;
const store = async (id: string) => storeOf(await api.get(`/v1/stores/${id}`));

/** A page of ours: HTML in a language, with a heading, without a script, not to be kept. */
function expectPage(page: Answer, status: number, heading: RegExp): void {
  if (page.status !== status) throw new Error(`${page.status}: ${page.text}`);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.text).toMatch(/<html lang="(en|nl)">/);
  expect(page.text).toMatch(/<main id="main">\s*<h1>/);
  expect(page.text).not.toContain('<script');
  expect(/<h1>([^<]*)<\/h1>/.exec(page.text)?.[1]).toMatch(heading);
}

describe('connecting', () => {
  it('leads from the link through Amazon to a connected store', async () => {
    const { id, name } = storeOf(await api.addStore());
    const browser = createBrowser();
    const link = await api.makeLink(id);
    const redirect = await browser.get(link);
    expect(redirect.status).toBe(302);
    expect(redirect.headers.get('referrer-policy')).toBe('no-referrer');
    const consent = new URL(redirect.headers.get('location') ?? '');
    expect(consent.searchParams.get('redirect_uri')).toBe(`${api.url}/oauth/amazon/callback`);

    const callback = await api.approve(consent.href, newSeller());
    const page = await browser.stay(callback);
    expectPage(page, 200, /^Connected$/);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.text).toContain(`${name} (United States)`);
    const connected = await store(id);
    expect(connected).toMatchObject({ status: 'active', enabled: true, next: { what: 'renewal_request' } });
    const { authorizedAt = '', expiresAt = '' } = connected;
    expect(Date.parse(expiresAt) - Date.parse(authorizedAt)).toBe(365 * 86_400_000);
    expect(page.text).toContain(String(new Date(expiresAt).getUTCFullYear()));
    // The code is in the address Amazon sent the browser to, and nowhere in the page.
    expect(page.text).not.toContain(new URL(callback).searchParams.get('spapi_oauth_code'));

    const again = await browser.get(callback);
    expectPage(again, 200, /^Connected$/);
    expect((await store(id)).authorizedAt).toBe(authorizedAt);
  });

  it('is in Dutch for a browser that prefers it, and links the other language without the code', async () => {
    const { id } = storeOf(await api.addStore());
    const browser = createBrowser('nl-BE,nl;q=0.9,en;q=0.5');
    const page = await browser.stay(await api.consent(browser, await api.makeLink(id), newSeller()));
    expectPage(page, 200, /^Gekoppeld$/);
    const english = /href="(\/oauth\/amazon\/outcome\/[^"]+lang=en)"/.exec(page.text)?.[1];
    expectPage(await browser.get(`${api.url}${english}`), 200, /^Connected$/);
    // Another browser may not look.
    expectPage(await createBrowser().get(`${api.url}${english}`), 404, /do not recognize/);
  });

  it('ignores the HEAD request of a link scanner', async () => {
    const { id } = storeOf(await api.addStore());
    const link = await api.makeLink(id);
    const scanner = createBrowser();
    expect((await scanner.head(link)).status).toBe(200);
    expect(scanner.cookies.size).toBe(0);
    await createBrowser().get(link);
    const browser = createBrowser();
    expectPage(await browser.stay(await api.consent(browser, link, newSeller())), 200, /^Connected$/);
  });

  it('works in two tabs of one browser at once', async () => {
    const browser = createBrowser();
    const one = storeOf(await api.addStore());
    const two = storeOf(await api.addStore());
    const first = await api.consent(browser, await api.makeLink(one.id), newSeller());
    const second = await api.consent(browser, await api.makeLink(two.id), newSeller());
    expectPage(await browser.stay(first), 200, /^Connected$/);
    expectPage(await browser.stay(second), 200, /^Connected$/);
  });

  it.each(['x'.repeat(43), `${'x'.repeat(43)}.${'y'.repeat(43)}`, `${'x'.repeat(43)}.`])(
    'replaces a planted browser cookie and binds nothing to it: %s',
    async (planted) => {
      const { id } = storeOf(await api.addStore());
      const browser = createBrowser();
      browser.cookies.set('perennial_browser', planted);
      const callback = await api.consent(browser, await api.makeLink(id), newSeller());
      expect(browser.cookies.get('perennial_browser')).toMatch(/^[\w-]{43}\.[\w-]{43}$/);
      expect(browser.cookies.get('perennial_browser')).not.toContain('x'.repeat(43));
      const attacker = createBrowser();
      attacker.cookies.set('perennial_browser', planted);
      expectPage(await attacker.get(callback), 403, /where you started/);
      expectPage(await browser.stay(callback), 200, /^Connected$/);
    },
  );

  it('uses nothing up when the callback has another browser, a wrong state or missing parameters', async () => {
    const { id } = storeOf(await api.addStore());
    const browser = createBrowser();
    const callback = await api.consent(browser, await api.makeLink(id), newSeller());
    const changed = (name: string, value: string | undefined) => {
      const url = new URL(callback);
      if (value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      return url.href;
    };
    expectPage(await createBrowser().get(callback), 403, /where you started/);
    expectPage(await browser.get(changed('state', 'another')), 404, /do not recognize/);
    expectPage(await browser.get(changed('state', undefined)), 400, /missing/);
    expectPage(await browser.get(changed('spapi_oauth_code', 'x'.repeat(2049))), 400, /missing/);
    expectPage(await browser.get(`${callback}&selling_partner_id=B`), 400, /missing/);
    expectPage(await browser.get(changed('selling_partner_id', 'a\u0000')), 400, /missing/);
    expect((await browser.head(callback)).status).toBe(200);
    expect((await store(id)).status).toBe('awaiting_authorization');
    expectPage(await browser.stay(callback), 200, /^Connected$/);
  });

  it('shows the reason of a refusal with a new link, also when loaded again', async () => {
    const { id, browser } = await api.connectStore(newSeller());
    const other = newSeller();
    const callback = await api.consent(browser, await api.makeLink(id), other);
    const page = await browser.stay(callback);
    expectPage(page, 200, /could not be connected/);
    expect(page.text).toContain('keeps working');
    const { status, reason } = await store(id);
    expect(status).toBe('active');
    expect(reason?.code).toBe('seller_mismatch');
    const fresh = /class="button" href="([^"]+)"/.exec(page.text)?.[1];
    const again = await browser.get(callback);
    expect(/class="button" href="([^"]+)"/.exec(again.text)?.[1]).toBe(fresh);
    expect((await browser.get(fresh ?? '')).status).toBe(302);
  });

  it('offers no link when retrying cannot help', async () => {
    const seller = newSeller();
    const { id: first } = await api.connectStore(seller);
    const second = storeOf(await api.addStore());
    const browser = createBrowser();
    const page = await browser.stay(await api.consent(browser, await api.makeLink(second.id), seller));
    expectPage(page, 200, /could not be connected/);
    expect(page.text).toContain((await store(first)).name);
    expect(page.text).not.toContain('class="button"');
  });

  it('escapes markup in a name', async () => {
    const name = `<img src=x onerror=alert(1)> ${randomUUID()}`;
    const { id } = storeOf(await api.addStore({ name }));
    const browser = createBrowser();
    const page = await browser.stay(await api.consent(browser, await api.makeLink(id), newSeller()));
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.text).not.toContain('<img');
  });

  it('waits on a page that refreshes itself while Amazon is unavailable, then connects', async () => {
    const { id } = storeOf(await api.addStore());
    const browser = createBrowser();
    const callback = await api.consent(browser, await api.makeLink(id), newSeller());
    await api.fault({ kind: 'outage' });
    const page = await browser.get(callback);
    expectPage(page, 200, /checking/);
    const refresh = /http-equiv="refresh" content="3; url=([^"]+)"/.exec(page.text)?.[1];
    expect(refresh).toMatch(/^\/oauth\/amazon\/outcome\//);
    await api.clearFaults();
    await eventually(async () => expectPage(await browser.get(`${api.url}${refresh}`), 200, /^Connected$/), {
      timeoutMs: 20_000,
    });
  });
});

describe('links that have ended', () => {
  it('have a notice for an unknown link, an expired one and one of a deleted store', async () => {
    const browser = createBrowser();
    expectPage(await browser.get(`${api.url}/connect/${'x'.repeat(43)}`), 404, /does not work/);
    expectPage(await browser.get(`${api.url}/connect/%00`), 404, /does not work/);
    expectPage(await browser.get(`${api.url}/connect/%E0%A4%A`), 400, /is not valid/);
    expectPage(await browser.get(`${api.url}/connect/x?lang=nl`), 404, /werkt niet/);

    const { id } = storeOf(await api.addStore());
    const { token } = await api.records.connectLinks.createLink(id, new Date(Date.now() - 1000).toISOString());
    expectPage(await browser.get(`${api.url}/connect/${token}`), 410, /expired/);

    const link = await api.makeLink(id);
    const callback = await api.consent(browser, await api.makeLink(id), newSeller());
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    const gone = await browser.get(link);
    expect([404, 410]).toContain(gone.status);
    expectPage(await browser.get(callback), 410, /no longer exists/);
  });

  it('have a notice for a consent that started more than half an hour ago', async () => {
    const { id } = storeOf(await api.addStore());
    const browser = createBrowser();
    await browser.get(await api.makeLink(id));
    const [browserId = ''] = browser.cookies.get('perennial_browser')?.split('.') ?? [];
    const { token } = await api.records.connectLinks.createLink(id, new Date(Date.now() + 60_000).toISOString());
    const link = await api.records.connectLinks.findLink(token);
    const { state } = await api.records.consents.beginConsent({
      storeId: id,
      linkId: link?.linkId ?? '',
      browserId,
      redirectUri: `${api.url}/oauth/amazon/callback`,
      expiresAt: new Date(Date.now() - 1000).toISOString(),
    });
    const callback = `${api.url}/oauth/amazon/callback?state=${state}&selling_partner_id=A1&spapi_oauth_code=c`;
    expectPage(await browser.get(callback), 410, /too long/);
  });
});

describe('a connected store', () => {
  it('is deactivated and activated, each once', async () => {
    const { id } = await api.connectStore(newSeller());
    const off = await api.call('POST', `/v1/stores/${id}/deactivate`);
    expect([off.status, storeOf(off).enabled]).toEqual([200, false]);
    expect((await api.call('POST', `/v1/stores/${id}/deactivate`)).status).toBe(200);
    const on = await api.call('POST', `/v1/stores/${id}/activate`);
    expect([on.status, storeOf(on).enabled]).toEqual([200, true]);
    const timeline = await api.get(`/v1/stores/${id}/timeline`);
    expect(timeline.text.match(/"disabled"/g)).toHaveLength(1);
  });

  it('is disconnected, and a repeated request changes nothing', async () => {
    const { id } = await api.connectStore(newSeller());
    const answer = await api.call('POST', `/v1/stores/${id}/disconnect`);
    expect(answer.status).toBe(200);
    expect(storeOf(answer)).toMatchObject({ status: 'disconnected', reason: { code: 'disconnected_by_admin' } });
    expect((await api.call('POST', `/v1/stores/${id}/disconnect`)).status).toBe(200);
    expect(problemOf(await api.call('POST', `/v1/stores/${id}/check`)).code).toBe('store_not_connected');
  });

  it('has a timeline in the language of the reader, or in English', async () => {
    const { id } = await api.connectStore(newSeller());
    storeOf(await api.call('POST', `/v1/stores/${id}/disconnect`));
    const read = async (query: string, language: string) => {
      const ask = (path: string) => api.call('GET', `${path}${query}`, undefined, { 'accept-language': language });
      const { items } = Object((await ask(`/v1/stores/${id}/timeline`)).body);
      return [storeOf(await ask(`/v1/stores/${id}`)).reason?.text, items[0].text, items.at(-1).text];
    };
    const english = [
      'An administrator disconnected this store. Connect it again to continue.',
      'An administrator disconnected this store. Connect it again to continue.',
      'Store created. Next: the seller authorizes it at Amazon.',
    ];
    const dutch = [
      'Een beheerder heeft deze winkel losgekoppeld. Koppel de winkel opnieuw om verder te gaan.',
      'Een beheerder heeft deze winkel losgekoppeld. Koppel de winkel opnieuw om verder te gaan.',
      'Winkel aangemaakt. Volgende stap: de verkoper geeft toestemming bij Amazon.',
    ];
    expect(await read('', 'nl-BE,nl;q=0.9,en;q=0.8')).toEqual(dutch);
    expect(await read('', 'fr')).toEqual(english);
    expect(await read('?lang=nl', 'en')).toEqual(dutch);
    expect(await read('?lang=en', 'nl')).toEqual(english);
    expect(problemOf(await api.get(`/v1/stores/${id}?lang=fr`)).code).toBe('invalid_query');
  });

  it('is checked on request, and the timeline has the result', async () => {
    const { id } = await api.connectStore(newSeller());
    expect((await api.call('POST', `/v1/stores/${id}/check`)).status).toBe(202);
    await eventually(async () => expect((await api.get(`/v1/stores/${id}/timeline`)).text).toContain('"check_passed"'));
  });

  it('is in the list of renewals and in the calendar, with a stable id', async () => {
    const { id } = await api.connectStore(newSeller());
    const { expiresAt = '', name } = await store(id);
    const from = encodeURIComponent(expiresAt);
    expect((await api.get(`/v1/renewals?from=${from}`)).body).toMatchObject({
      items: [{ storeId: id, expiresAt, name }],
    });
    expect(Object((await api.get(`/v1/renewals?to=${from}`)).body).items).not.toContainEqual(
      expect.objectContaining({ storeId: id }),
    );
    const calendar = await api.get(`/v1/renewals.ics?from=${from}`);
    expect(calendar.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(calendar.text).toContain(`UID:renewal-${id}@perennial`);
    expect(calendar.text).toContain(`DTSTART:${expiresAt.replaceAll(/[-:]|\.\d+/g, '')}`);
  });
});
