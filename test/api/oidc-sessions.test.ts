import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionPage } from '../../api/contract/sessions.ts';
import { eventually } from '../setup/eventually.ts';
import { startIdentityProvider, type TestIdentityProvider } from '../setup/identity-provider.ts';
import type { ApiHarness } from './api-harness.ts';
import { openStream } from './event-stream.ts';
import { type Browser, createBrowser, createClient, problemOf } from './http-client.ts';
import { authorizeAs, beginSignIn, signedInAs, signInAs, startOidcHarness } from './oidc-harness.ts';

let provider: TestIdentityProvider;
let api: ApiHarness;
let clock = new Date();
beforeAll(async () => {
  provider = await startIdentityProvider();
  api = await startOidcHarness({ issuer: provider.issuer }, { now: () => clock });
});
beforeEach(() => void (clock = new Date()));
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const send = (browser: Browser, method: string, path: string) =>
  browser.send(method, `${api.url}${path}`, { origin: api.url });

async function sessionsOf(browser: Browser) {
  return sessionPage.strict().parse((await browser.get(`${api.url}/v1/sessions`)).body).items;
}

describe('the session of a person', () => {
  it('names the person and when they signed in at the provider', async () => {
    const [session] = await sessionsOf(await signedInAs(api, 'vera'));
    expect(session).toMatchObject({ name: 'Vera Viewer', subject: 'vera', role: 'viewer', signedInWith: 'oidc' });
    expect(Math.abs(Date.parse(session?.authenticatedAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('is seen and ended by the same person and by admins only', async () => {
    const [first, second, other] = [
      await signedInAs(api, 'vera'),
      await signedInAs(api, 'vera'),
      await signedInAs(api, 'otto'),
    ];
    const [own = { id: '' }] = (await sessionsOf(first)).filter(({ isCurrent }) => isCurrent);
    expect((await sessionsOf(second)).map(({ id }) => id)).toContain(own.id);
    expect((await sessionsOf(other)).map(({ id }) => id)).not.toContain(own.id);
    expect((await send(other, 'DELETE', `/v1/sessions/${own.id}`)).status).toBe(404);
    expect((await send(second, 'DELETE', `/v1/sessions/${own.id}`)).status).toBe(204);
    expect((await first.get(`${api.url}/v1/access`)).status).toBe(401);
  });

  it('outlives a new ADMIN_TOKEN, and ends with the identity provider', async () => {
    const browser = await signedInAs(api, 'vera');
    const secret = browser.cookies.get('perennial_session') ?? '';
    const find = (issuer: string | undefined) =>
      api.records.sessions.findSession(
        { secret },
        { adminFingerprint: 'of another token', issuer, now: clock },
        { isUse: false },
      );
    expect(await find(provider.issuer)).toMatchObject({ name: 'Vera Viewer' });
    expect(await find('https://another.example.com')).toBeUndefined();
    expect(await find(undefined)).toBeUndefined();
  });

  it('has only the rights of its role', async () => {
    const browser = await signedInAs(api, 'vera');
    const problem = problemOf(await send(browser, 'POST', '/v1/stores/00000000-0000-4000-8000-000000000000/check'));
    expect(problem).toMatchObject({ status: 403, code: 'forbidden' });
    expect(problem.detail).toContain('you, "Vera Viewer", have the role "viewer"');
  });

  it('passes no role on by a sign-in link', async () => {
    for (const person of ['vera', 'ada']) {
      const answer = await send(await signedInAs(api, person), 'POST', '/v1/sign-in-links');
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'token_required' });
    }
  });

  it('makes calendar links of its own, which only the person and admins see', async () => {
    const vera = await signedInAs(api, 'vera');
    const { id, url } = Object((await send(vera, 'POST', '/v1/calendar-links')).body);
    await api.records.calendarLinks.bindLinksToAdmin((await api.deps.signing()).adminFingerprint);
    const otto = await signedInAs(api, 'otto');
    expect((await otto.get(`${api.url}/v1/calendar-links`)).text).not.toContain(id);
    expect((await send(otto, 'DELETE', `/v1/calendar-links/${id}`)).status).toBe(404);
    expect((await (await signedInAs(api, 'vera')).get(`${api.url}/v1/calendar-links`)).text).toContain(id);
    expect((await fetch(url)).status).toBe(200);
    const token = new URL(url).searchParams.get('token') ?? '';
    const { adminFingerprint } = await api.deps.signing();
    expect(await api.records.calendarLinks.useLink(token, adminFingerprint)).toBe(false);
    expect((await send(await signedInAs(api, 'ada'), 'DELETE', `/v1/calendar-links/${id}`)).status).toBe(204);
    expect((await fetch(url)).status).toBe(401);
  });
});

describe('a fresh sign-in at the identity provider', () => {
  const newToken = (browser: Browser, name: string) =>
    createClient(api.url, '').call(
      'POST',
      '/v1/tokens',
      { name, role: 'viewer' },
      { authorization: '', origin: api.url, cookie: `perennial_session=${browser.cookies.get('perennial_session')}` },
    );

  it('is required when the last one is too old, and the person comes back with it', async () => {
    const browser = await signedInAs(api, 'ada');
    expect((await newToken(browser, 'made right away')).status).toBe(201);
    await api
      .database('sessions')
      .where({ subject: 'ada' })
      .update({ authenticated_at: new Date(clock.getTime() - 3_600_000) });
    expect(problemOf(await newToken(browser, 'late')).code).toBe('fresh_sign_in_required');

    const page = await browser.get(`${api.url}/sign-in?fresh=1&return=/stores/1`);
    expect(page.text).toContain('href="/sign-in/oidc?return=%2Fstores%2F1&amp;fresh=1"');
    const url = await beginSignIn(api, browser, '?fresh=1&return=/stores/1');
    expect([url.searchParams.get('prompt'), url.searchParams.get('max_age')]).toEqual(['login', '900']);
    const back = await browser.get(await authorizeAs(browser, 'ada', url));
    expect(back.text).toContain('content="0; url=/stores/1"');
    expect((await newToken(browser, 'fresh')).status).toBe(201);
  });

  it('is not one that the provider let through because it still knew the person', async () => {
    const browser = await signedInAs(api, 'ada');
    clock = new Date(Date.now() + 20 * 60_000);
    expect((await signInAs(api, browser, 'ada')).status).toBe(200);
    expect(problemOf(await newToken(browser, 'without a login')).code).toBe('fresh_sign_in_required');
  });

  it('does not count when the provider let the person through without a login', async () => {
    const browser = await signedInAs(api, 'ada');
    const before = browser.cookies.get('perennial_session');
    clock = new Date(Date.now() + 120_000);
    const url = await beginSignIn(api, browser, '?fresh=1');
    url.searchParams.delete('prompt');
    const page = await browser.get(await authorizeAs(browser, 'ada', url));
    expect(page.status).toBe(403);
    expect(page.text).toContain('The identity provider did not ask you to sign in again');
    expect(browser.cookies.get('perennial_session')).toBe(before);
  });
});

describe('signing out', () => {
  it('ends the event streams and leads on to the provider, which leads back', async () => {
    const browser = await signedInAs(api, 'vera');
    const stream = await openStream(api, browser);
    const page = await send(browser, 'POST', '/sign-out');
    expect(page.status).toBe(200);
    const [, target = ''] = /content="0; url=([^"]+)"/.exec(page.text) ?? [];
    const url = new URL(target.replaceAll('&amp;', '&'));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'perennial',
      post_logout_redirect_uri: `${api.url}/sign-in`,
    });
    expect((await browser.get(url.href)).status).toBe(200);
    await eventually(() => expect(stream.hasEnded()).toBe(true));
    expect((await browser.get(`${api.url}/v1/access`)).status).toBe(401);
  });

  it('works without the provider', async () => {
    const gone = await startIdentityProvider();
    const other = await startOidcHarness({ issuer: gone.issuer });
    try {
      const browser = createBrowser();
      expect((await signInAs(other, browser, 'vera')).status).toBe(200);
      await gone.stop();
      const page = await browser.send('POST', `${other.url}/sign-out`, { origin: other.url });
      expect([200, 303]).toContain(page.status);
      expect((await browser.get(`${other.url}/v1/access`)).status).toBe(401);
    } finally {
      await other.stop();
    }
  });
});
