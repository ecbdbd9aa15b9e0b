import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityProvider, type TestIdentityProvider } from '../setup/identity-provider.ts';
import { adminToken, type ApiHarness } from './api-harness.ts';
import { createBrowser } from './http-client.ts';
import { authorizeAs, beginSignIn, signedInAs, signInAs, startOidcHarness } from './oidc-harness.ts';

let provider: TestIdentityProvider;
let api: ApiHarness;
beforeAll(async () => {
  provider = await startIdentityProvider();
  api = await startOidcHarness({ issuer: provider.issuer });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const sessionCookie = 'perennial_session';

describe('signing in with the identity provider', () => {
  it.each([
    ['vera', 'Vera Viewer', 'viewer'],
    ['otto', 'Otto Operator', 'operator'],
    ['ada', 'Ada Admin', 'admin'],
  ])('gives %s the highest role of the claim', async (person, name, role) => {
    const browser = createBrowser();
    const page = await signInAs(api, browser, person, '?return=/renewals');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<meta http-equiv="refresh" content="0; url=/renewals" />');
    expect(page.headers.getSetCookie().join()).toMatch(/perennial_session=[^;]+; .*HttpOnly; SameSite=Strict/);
    const access = await browser.get(`${api.url}/v1/access`);
    expect(access.body).toMatchObject({ name, role });
  });

  it('is offered above the token form, which still works', async () => {
    const browser = createBrowser();
    const page = await browser.get(`${api.url}/sign-in?return=/renewals`);
    expect(page.text).toContain('href="/sign-in/oidc?return=%2Frenewals"');
    expect(page.text).toContain(`Sign in with ${new URL(provider.issuer).host}`);
    const answer = await browser.post(`${api.url}/sign-in`, { token: adminToken }, { origin: api.url });
    expect(answer.status).toBe(303);
  });

  it('asks for state, nonce and PKCE, and leads back to our own pages only', async () => {
    const url = await beginSignIn(api, createBrowser(), '?return=//evil.example');
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    const browser = createBrowser();
    const page = await signInAs(api, browser, 'vera', '?return=https://evil.example');
    expect(page.text).toContain('content="0; url=/"');
  });

  it.each([
    ['nina', 'Nina &lt;b&gt;Nobody&lt;/b&gt;', '[&quot;owner&quot;,&quot;Admin&quot;]'],
    ['noel', 'Noel Noclaim', '(missing)'],
  ])('gives %s no session without a role, and says which claim it looked at', async (person, name, value) => {
    const browser = createBrowser();
    const page = await signInAs(api, browser, person);
    expect(page.status).toBe(403);
    for (const text of [name, '<code>roles</code>', value, 'Ask an administrator of the identity provider'])
      expect(page.text).toContain(text);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  it('never gives the name of the admin token, or an e-mail address as a name', async () => {
    const browser = await signedInAs(api, 'eve');
    expect((await browser.get(`${api.url}/v1/access`)).body).toMatchObject({ name: 'eve', role: 'viewer' });
  });

  it('says with which error the provider refused', async () => {
    const page = await signInAs(api, createBrowser(), 'nobody');
    expect(page.status).toBe(403);
    expect(page.text).toContain('“access_denied”');
  });

  it('keeps what it needs in a cookie of this very host over https', async () => {
    const secure = await startOidcHarness({ issuer: provider.issuer }, { publicUrl: 'https://perennial.example.com' });
    try {
      const answer = await createBrowser().get(`${secure.url}/sign-in/oidc`);
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-perennial_oidc=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/),
      ]);
    } finally {
      await secure.stop();
    }
  });

  it('is in the audit log with the name of the person, and a refused one without', async () => {
    await signedInAs(api, 'otto');
    await signInAs(api, createBrowser(), 'noel');
    const { items } = await api.records.audit.listAudit({ action: 'signInWithProvider' }, { limit: 2 });
    expect(items.map(({ actor, actorKind, outcome }) => [actor, actorKind, outcome])).toEqual([
      [undefined, undefined, 'refused'],
      ['Otto Operator', 'person', 'done'],
    ]);
  });

  it('is in the language of the browser', async () => {
    const page = await signInAs(api, createBrowser('nl'), 'noel');
    expect(page.text).toContain('U hebt geen rol in Perennial');
  });
});

describe('a tampered sign-in', () => {
  it('is refused with another state, and uses nothing up', async () => {
    const browser = createBrowser();
    const callbackUrl = await authorizeAs(browser, 'vera', await beginSignIn(api, browser));
    for (const state of ['another', '']) {
      const tampered = new URL(callbackUrl);
      tampered.searchParams.set('state', state);
      expect((await browser.get(tampered.href)).status).toBe(403);
    }
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect((await browser.get(callbackUrl)).status).toBe(200);
  });

  it('is refused in a browser that did not begin it', async () => {
    const browser = createBrowser();
    const callbackUrl = await authorizeAs(browser, 'ada', await beginSignIn(api, browser));
    const victim = createBrowser();
    expect((await victim.get(callbackUrl)).status).toBe(403);
    await beginSignIn(api, victim);
    const page = await victim.get(callbackUrl);
    expect(page.status).toBe(403);
    expect(page.text).toContain('This sign-in was not started in this browser');
    expect(victim.cookies.has(sessionCookie)).toBe(false);
  });

  it('is refused with a forged cookie', async () => {
    const browser = createBrowser();
    const callbackUrl = await authorizeAs(browser, 'vera', await beginSignIn(api, browser));
    const cookie = browser.cookies.get('perennial_oidc') ?? '';
    expect(cookie).not.toContain(new URL(callbackUrl).searchParams.get('state'));
    browser.cookies.set('perennial_oidc', `${cookie.slice(0, -4)}AAAA`);
    expect((await browser.get(callbackUrl)).status).toBe(403);
  });

  it.each(['nonce', 'code_challenge'])('is refused with another %s', async (name) => {
    const browser = createBrowser();
    const url = await beginSignIn(api, browser);
    url.searchParams.set(name, 'a'.repeat(43));
    const page = await browser.get(await authorizeAs(browser, 'vera', url));
    expect(page.status).toBe(403);
    expect(page.text).toContain('Sign-in failed');
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  it("is refused with the code of someone else's sign-in", async () => {
    const [attacker, victim] = [createBrowser(), createBrowser()];
    const stolen = new URL(await authorizeAs(attacker, 'ada', await beginSignIn(api, attacker)));
    const callbackUrl = new URL(await authorizeAs(victim, 'vera', await beginSignIn(api, victim)));
    callbackUrl.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    const page = await victim.get(callbackUrl.href);
    expect(page.status).toBe(403);
    expect(page.text).toContain('“invalid_grant”');
    expect(victim.cookies.has(sessionCookie)).toBe(false);
  });

  it('is refused the second time', async () => {
    const browser = createBrowser();
    const callbackUrl = await authorizeAs(browser, 'vera', await beginSignIn(api, browser));
    expect((await browser.get(callbackUrl)).status).toBe(200);
    expect((await browser.get(callbackUrl)).status).toBe(403);
  });

  it('is named in the log, without codes or tokens', () => {
    const log = api.logLines.join('');
    expect(log).toContain('"code":"invalid_grant"');
    expect(log).not.toMatch(/code=|state=|eyJ/);
  });
});

describe('an identity provider', () => {
  it('that is away stops neither the API nor sign-in by token, and works as soon as it is back', async () => {
    const gone = await startIdentityProvider();
    await gone.stop();
    const waiting = await startOidcHarness({ issuer: gone.issuer });
    try {
      const page = await createBrowser().get(`${waiting.url}/sign-in/oidc`);
      expect(page.status).toBe(503);
      expect(page.text).toContain(`Perennial tried to reach ${gone.issuer}. The result was: ECONNREFUSED.`);
      const answer = await createBrowser().post(
        `${waiting.url}/sign-in`,
        { token: adminToken },
        { origin: waiting.url },
      );
      expect(answer.status).toBe(303);
      const back = await startIdentityProvider(Number(new URL(gone.issuer).port));
      const browser = await signedInAs(waiting, 'vera');
      await back.stop();
      expect((await browser.get(`${waiting.url}/v1/access`)).status).toBe(200);
    } finally {
      await waiting.stop();
    }
  });

  it.each([
    [
      'another issuer',
      () => ({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') }),
      'issuer http://127.0.0.1',
    ],
    ['no discovery document', () => ({ issuer: `${provider.issuer}/nothing` }), 'HTTP 404'],
  ])('with %s is named on the page', async (_what, settings, detail) => {
    const other = await startOidcHarness(settings());
    try {
      const page = await createBrowser().get(`${other.url}/sign-in/oidc`);
      expect(page.status).toBe(503);
      expect(page.text).toContain(`The result was: ${detail}`);
    } finally {
      await other.stop();
    }
  });

  it('that does not accept our secret is an error that names the variables', async () => {
    const other = await startOidcHarness({ issuer: provider.issuer, clientSecret: 'wrong' });
    try {
      const page = await signInAs(other, createBrowser(), 'vera');
      expect(page.status).toBe(403);
      expect(page.text).toContain('“invalid_client”');
      expect(page.text).toContain('OIDC_CLIENT_SECRET is wrong');
    } finally {
      await other.stop();
    }
  });
});
