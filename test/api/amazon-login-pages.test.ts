import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changeOf } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, adminToken, startApiHarness } from './api-harness.ts';
import { type Browser, createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const newSeller = () => `seller-${randomUUID().slice(0, 8)}@example.com`;
const headingOf = (text: string) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];

/** What Seller Central opens when the seller authorizes again there. */
async function authorizeAgain(seller: string): Promise<URL> {
  const response = await fetch(`${api.simulatorUrl}/simulator/authorize-again`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seller }),
  });
  return new URL(z.object({ loginUrl: z.string() }).parse(await response.json()).loginUrl);
}

/** From Seller Central's confirmation over the callback until the store is connected. */
async function finish(browser: Browser, confirmation: string | null, seller: string): Promise<void> {
  const callback = await api.approve(confirmation ?? '', seller);
  await eventually(async () => expect(headingOf((await browser.get(callback)).text)).toBe('Connected'));
}

async function signIn(token: string): Promise<Browser> {
  const browser = createBrowser();
  await browser.post(`${api.url}/sign-in`, { token }, { origin: api.url });
  return browser;
}

const fieldsOf = (login: URL, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(login.searchParams),
  ...more,
});
const choose = (browser: Browser, login: URL, store: string, headers: Record<string, string> = { origin: api.url }) =>
  browser.post(`${api.url}/oauth/amazon/login`, fieldsOf(login, { store }), headers);

/** A connected store whose renewal was requested, as the read model shows it. */
async function dueStore(seller: string): Promise<string> {
  const { id } = await api.connectStore(seller);
  const { authorizedAt = '', expiresAt = '' } = storeOf(await api.get(`/v1/stores/${id}`));
  await api.records.stores.recordChange(
    changeOf(id, { status: 'renewal_due', authorization: { authorizedAt, expiresAt } }),
  );
  return id;
}
const mailLink = (browser: Browser, login: URL, headers: Record<string, string> = { origin: api.url }) =>
  browser.post(`${api.url}/oauth/amazon/login/link`, fieldsOf(login), headers);
const entriesOf = async (id: string, what: string) => {
  const { items } = await api.records.stores.listTimeline(id, { limit: 100 });
  return items.filter((entry) => entry.what === what);
};

describe('a known seller', () => {
  it('is mailed no link to a store that an admin disconnected, also after a stranger used its link', async () => {
    const seller = newSeller();
    const { id } = await api.connectStore(seller);
    await api.call('POST', `/v1/stores/${id}/disconnect`);
    const stranger = createBrowser();
    const callback = await api.consent(stranger, await api.makeLink(id), newSeller());
    expect((await stranger.stay(callback)).text).toContain('could not be connected');
    expect((await mailLink(createBrowser(), await authorizeAgain(seller))).status).toBe(200);
    expect(await api.database('message_stores').where({ store_id: id })).toEqual([]);
    expect(storeOf(await api.get(`/v1/stores/${id}`)).reason?.code).toBe('disconnected_by_admin');
  });

  it('continues in Seller Central when an operator is signed in, and the store is renewed', async () => {
    const seller = newSeller();
    const id = await dueStore(seller);
    const before = storeOf(await api.get(`/v1/stores/${id}`)).authorizedAt ?? '';
    const login = await authorizeAgain(seller);
    login.searchParams.set('version', 'beta');
    const browser = await signIn(adminToken);
    const redirect = await browser.get(login.href);
    expect(redirect.status).toBe(302);
    expect(redirect.headers.get('referrer-policy')).toBe('no-referrer');
    expect(redirect.headers.get('cache-control')).toBe('no-store');
    const confirmation = new URL(redirect.headers.get('location') ?? '');
    expect(confirmation.origin).toBe(api.simulatorUrl);
    expect(confirmation.pathname).toBe(login.searchParams.get('amazon_callback_uri'));
    expect(Object.fromEntries(confirmation.searchParams)).toEqual({
      amazon_state: login.searchParams.get('amazon_state'),
      state: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${api.url}/oauth/amazon/callback`,
      version: 'beta',
    });
    const callback = await api.approve(confirmation.href, seller);
    expect((await createBrowser().get(callback)).status).toBe(403);
    await finish(browser, confirmation.href, seller);
    expect(Date.parse(storeOf(await api.get(`/v1/stores/${id}`)).authorizedAt ?? '')).toBeGreaterThan(
      Date.parse(before),
    );
  });

  it('is not offered a store that needs no consent', async () => {
    const seller = newSeller();
    const { id } = await api.connectStore(seller);
    const page = await (await signIn(adminToken)).get((await authorizeAgain(seller)).href);
    expect(page.status).not.toBe(302);
    expect(page.text).not.toContain(id);
  });

  it('begins nothing in a browser that is not signed in, and learns nothing that an unknown one does not', async () => {
    const seller = newSeller();
    await dueStore(seller);
    const known = await authorizeAgain(seller);
    const unknown = await authorizeAgain(newSeller());
    const pages = await Promise.all(
      [known, unknown].map(async (login) => {
        const browser = createBrowser();
        const begin = await browser.get(login.href);
        expect([begin.status, begin.headers.get('location')]).toEqual([403, null]);
        const mailed = await mailLink(browser, login);
        expect([mailed.status, headingOf(mailed.text)]).toEqual([200, 'Check your e-mail']);
        expect(browser.cookies.size).toBe(0);
        return [headingOf(begin.text), mailed.text];
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
  });

  it('is mailed one link a day, however often it is requested', async () => {
    const seller = newSeller();
    const id = await dueStore(seller);
    const login = await authorizeAgain(seller);
    for (let count = 0; count < 10; count += 1) await mailLink(createBrowser(), login);
    await eventually(async () => expect(await entriesOf(id, 'message_sent')).toHaveLength(1));
    await mailLink(createBrowser(), login);
    expect(await entriesOf(id, 'message_sent')).toHaveLength(1);
    expect(await entriesOf(id, 'authorization_received')).toHaveLength(1);
    expect(storeOf(await api.get(`/v1/stores/${id}`)).reason).toBeUndefined();
  });

  it('is mailed a link from our own page only', async () => {
    const login = await authorizeAgain(newSeller());
    expect(problemOf(await mailLink(createBrowser(), login, { origin: 'https://evil.example' })).code).toBe(
      'foreign_origin',
    );
  });

  it('starts nothing with a HEAD request', async () => {
    const seller = newSeller();
    await dueStore(seller);
    const browser = createBrowser();
    const answer = await browser.head((await authorizeAgain(seller)).href);
    expect([answer.status, answer.headers.get('location'), browser.cookies.size]).toEqual([200, null, 0]);
  });
});

describe('an unknown seller', () => {
  it('has to sign in first and returns to the same address', async () => {
    const login = await authorizeAgain(newSeller());
    const browser = createBrowser();
    const page = await browser.get(login.href);
    expect([page.status, headingOf(page.text)]).toEqual([403, 'Who manages the stores?']);
    const [, href = ''] = /href="(\/sign-in\?[^"]+)"/.exec(page.text) ?? [];
    const returnTo = new URL(href.replaceAll('&amp;', '&'), api.url).searchParams.get('return') ?? '';
    expect(fieldsOf(new URL(returnTo, api.url))).toEqual(fieldsOf(login));
    const form = { token: adminToken, return: returnTo };
    const signedIn = await browser.post(`${api.url}/sign-in`, form, { origin: api.url });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, returnTo]);
  });

  it('is loaded again from our own page when the browser withheld the session cookie', async () => {
    const login = await authorizeAgain(newSeller());
    const page = await createBrowser().get(login.href, { 'sec-fetch-site': 'cross-site' });
    expect([page.status, headingOf(page.text)]).toEqual([200, 'One moment, please']);
    expect(page.text).toMatch(/http-equiv="refresh" content="0; url=\/oauth\/amazon\/login\?/);
  });

  it('can choose a store that awaits its authorization, which connects it', async () => {
    const seller = newSeller();
    const login = await authorizeAgain(seller);
    const browser = await signIn(adminToken);
    const { id, name } = storeOf(await api.addStore({ name: `Choose <me> ${randomUUID().slice(0, 8)}` }));
    const { id: connected } = await api.connectStore(newSeller());
    const page = await browser.get(login.href);
    expect([page.status, headingOf(page.text)]).toEqual([200, 'Which store is this for?']);
    expect(page.text).toContain(name.replace('<me>', '&lt;me&gt;'));
    expect(page.text).toContain(`value="${id}"`);
    expect(page.text).not.toContain(connected);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${api.simulatorUrl};`);
    const dutch = await browser.get(`${login.href}&lang=nl`);
    expect(headingOf(dutch.text)).toBe('Voor welke winkel is dit?');

    const back = await choose(browser, login, id);
    expect(back.status).toBe(303);
    await finish(browser, back.headers.get('location'), seller);
    expect(storeOf(await api.get(`/v1/stores/${id}`)).status).toBe('active');
  });

  it('cannot choose a store that is connected, unknown or of another region, and can choose again', async () => {
    const login = await authorizeAgain(newSeller());
    const browser = await signIn(adminToken);
    const waiting = storeOf(await api.addStore());
    const { id: connected } = await api.connectStore(newSeller());
    for (const store of [connected, randomUUID(), 'nothing']) {
      const again = await choose(browser, login, store);
      expect(again.status).toBe(409);
      expect(again.text).toContain('role="alert"');
      expect(again.text).toContain(waiting.id);
    }
  });

  it('gets a store only from an operator, on our own page', async () => {
    const login = await authorizeAgain(newSeller());
    const { id } = storeOf(await api.addStore());
    const admin = await signIn(adminToken);
    for (const origin of ['null', 'https://evil.example'])
      expect(problemOf(await choose(admin, login, id, { origin })).code).toBe('foreign_origin');
    expect(problemOf(await choose(admin, login, id, {})).code).toBe('foreign_origin');
    expect((await choose(createBrowser(), login, id)).status).toBe(403);
    const made = await api.call('POST', '/v1/tokens', { name: randomUUID(), role: 'viewer' });
    const viewer = await signIn(z.object({ token: z.string() }).parse(made.body).token);
    for (const page of [await viewer.get(login.href), await choose(viewer, login, id)])
      expect([page.status, headingOf(page.text)]).toEqual([403, 'You may not choose a store']);
  });
});

describe('an invalid address', () => {
  it.each(['amazon_callback_uri', 'amazon_state', 'selling_partner_id'])('has a notice: without %s', async (name) => {
    const login = await authorizeAgain(newSeller());
    login.searchParams.delete(name);
    const page = await createBrowser().get(login.href);
    expect([page.status, headingOf(page.text)]).toEqual([400, 'Something is missing from this address']);
    const twice = await authorizeAgain(newSeller());
    twice.searchParams.append(name, 'again');
    expect((await createBrowser().get(twice.href)).status).toBe(400);
  });

  it('never redirects to a site other than Seller Central', async () => {
    const seller = newSeller();
    await api.connectStore(seller);
    const { id } = storeOf(await api.addStore());
    const browser = await signIn(adminToken);
    for (const evil of ['https://evil.example/apps/authorize/confirm/x', '//evil.example/', 'javascript:alert(1)']) {
      const login = await authorizeAgain(seller);
      login.searchParams.set('amazon_callback_uri', evil);
      for (const page of [await browser.get(login.href), await choose(browser, login, id)]) {
        expect([page.status, headingOf(page.text)]).toEqual([400, 'This address does not lead to Seller Central']);
        expect(page.headers.get('location')).toBeNull();
      }
    }
  });

  it('is not logged', async () => {
    const login = await authorizeAgain(newSeller());
    await createBrowser().get(login.href);
    const log = api.logLines.join('');
    expect(log).toContain('"route":"/oauth/amazon/login"');
    expect(log).not.toContain(login.searchParams.get('amazon_state'));
  });
});
