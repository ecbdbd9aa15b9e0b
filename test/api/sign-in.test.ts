import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveSigningSecrets } from '../../adapters/secrets/signing-secrets.ts';
import { signInLink } from '../../api/contract/access.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Browser, createBrowser, problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

const makeLink = async () => signInLink.strict().parse((await api.call('POST', '/v1/sign-in-links')).body).url;
const codeOf = (url: string) => new URL(url).searchParams.get('code') ?? '';
const ownPage = () => ({ origin: api.url });

async function signedIn(): Promise<Browser> {
  const browser = createBrowser();
  const answer = await browser.post(`${api.url}/sign-in`, { token: adminToken }, ownPage());
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  return browser;
}

describe('a sign-in link', () => {
  it('signs one browser in, once, and only with its button', async () => {
    const url = await makeLink();
    const browser = createBrowser();
    for (const _ of [1, 2]) {
      const page = await browser.get(url);
      expect(page.status).toBe(200);
      expect(page.text).toContain('<button type="submit">Sign in</button>');
      expect(browser.cookies.size).toBe(0);
    }
    const answer = await browser.post(`${api.url}/sign-in`, { code: codeOf(url) }, ownPage());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^perennial_session=.*HttpOnly; SameSite=Strict/);
    expect((await browser.get(`${api.url}/v1/stores`)).status).toBe(200);
    expect((await browser.get(`${api.url}/`)).text).toContain('This browser is signed in');
    const late = await createBrowser().post(`${api.url}/sign-in`, { code: codeOf(url) }, ownPage());
    expect(late.status).toBe(403);
  });

  it('expires', async () => {
    const { code } = await api.records.signInCodes.createCode(
      new Date(Date.now() - 1).toISOString(),
      await api.deps.signing(),
    );
    expect((await createBrowser().post(`${api.url}/sign-in`, { code }, ownPage())).status).toBe(403);
  });

  it('ends with the admin token that made it, and is not used up by trying', async () => {
    const url = await makeLink();
    const form = { code: codeOf(url) };
    await withNewAdminToken(async (renewed) => {
      const answer = await createBrowser().post(`${renewed.url}/sign-in`, form, { origin: renewed.url });
      expect(answer.status).toBe(403);
    });
    expect((await createBrowser().post(`${api.url}/sign-in`, form, ownPage())).status).toBe(303);
  });
});

/** Another process of the same installation, started with another ADMIN_TOKEN. */
async function withNewAdminToken(work: (renewed: ApiHarness) => Promise<void>): Promise<void> {
  const key = await api.records.signingKeys.loadSigningKey();
  const newToken = 'another-admin-token-of-the-test';
  const renewed = await startApiHarness({
    worker: false,
    deps: {
      ...api.records,
      adminToken: newToken,
      signing: async () => deriveSigningSecrets(key, newToken),
    },
  });
  try {
    await work(renewed);
  } finally {
    await renewed.stop();
  }
}

describe('the token form', () => {
  it('is in the language of the browser', async () => {
    const page = await createBrowser().get(`${api.url}/sign-in?lang=nl`);
    expect(page.text).toContain('<button type="submit">Inloggen</button>');
    expect(page.text).toContain('lang="nl"');
  });

  it.each([
    ['/renewals?month=3', '/renewals?month=3'],
    ['//evil.example', '/'],
    ['/\\\\evil.example', '/'],
    ['https://evil.example', '/'],
  ])('leads back to %s by way of %s', async (wanted, expected) => {
    const form = { token: adminToken, return: wanted };
    const answer = await createBrowser().post(`${api.url}/sign-in`, form, ownPage());
    expect(answer.headers.get('location')).toBe(expected);
  });
});

describe('a signed-in browser', () => {
  it('is signed out by a new admin token', async () => {
    const browser = await signedIn();
    await withNewAdminToken(async (renewed) => {
      expect((await browser.get(`${renewed.url}/v1/stores`)).status).toBe(401);
    });
    expect((await browser.get(`${api.url}/v1/stores`)).status).toBe(200);
  });

  it('can read and, from our own pages, write', async () => {
    const browser = await signedIn();
    expect((await browser.get(`${api.url}/v1/marketplaces`)).status).toBe(200);
    expect((await browser.send('POST', `${api.url}/v1/sign-in-links`, ownPage())).status).toBe(201);
  });

  it('cannot write from another site', async () => {
    const browser = await signedIn();
    for (const origin of [undefined, 'https://evil.example', 'null']) {
      const answer = await browser.send('POST', `${api.url}/v1/sign-in-links`, origin === undefined ? {} : { origin });
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'foreign_origin' });
    }
    expect((await browser.post(`${api.url}/sign-out`, {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('cannot read from another site, even with its cookie', async () => {
    const browser = await signedIn();
    const ask = (site: string) => browser.get(`${api.url}/v1/stores`, { 'sec-fetch-site': site });
    expect((await ask('same-origin')).status).toBe(200);
    expect(problemOf(await ask('cross-site'))).toMatchObject({ status: 403, code: 'foreign_origin' });
  });

  it('is signed out for good', async () => {
    const browser = await signedIn();
    const session = browser.cookies.get('perennial_session') ?? '';
    await browser.post(`${api.url}/sign-out`, {}, ownPage());
    browser.cookies.set('perennial_session', session);
    expect((await browser.get(`${api.url}/v1/stores`)).status).toBe(401);
  });

  it('gets a new session, not one set before', async () => {
    const victim = await signedIn();
    const planted = victim.cookies.get('perennial_session') ?? '';
    await victim.post(`${api.url}/sign-in`, { token: adminToken }, ownPage());
    expect(victim.cookies.get('perennial_session')).not.toBe(planted);
  });
});

describe('signing in where other sites may frame the console', () => {
  it('has a cookie for their frames and a page that they may frame; without such sites neither', async () => {
    const frameAncestors = ['https://admin.example.com'];
    const framed = await startApiHarness({
      worker: false,
      deps: { frameAncestors, publicUrl: 'https://p.example.com' },
    });
    try {
      const page = await createBrowser().get(`${framed.url}/sign-in`);
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://admin.example.com");
      expect(page.headers.get('x-frame-options')).toBeNull();
      const own = { origin: framed.url };
      const answer = await createBrowser().post(`${framed.url}/sign-in`, { token: adminToken }, own);
      expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; Partitioned; SameSite=None/);
      const elsewhere = await framed.get('/problems/not_found');
      expect(elsewhere.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    } finally {
      await framed.stop();
    }
    const { headers } = await createBrowser().get(`${api.url}/sign-in`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('a wrong sign-in', () => {
  it.each<Record<string, string>>([
    { token: 'wrong' },
    { token: '' },
    { code: 'wrong' },
    {},
    { token: 'a', code: '\u0000' },
  ])('is refused: %j', async (form) => {
    const answer = await createBrowser().post(`${api.url}/sign-in`, form, ownPage());
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.text).toContain('role="alert"');
  });
});
