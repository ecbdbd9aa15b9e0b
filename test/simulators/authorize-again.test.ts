import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationId, callbackUrl, startWorld, text } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

const seller = 'seller-again@example.com';

async function begin(body: object = { seller }): Promise<URL> {
  const answer = await world.call('POST', '/simulator/authorize-again', body);
  expect(answer.status).toBe(200);
  return new URL(text(answer.body, 'loginUrl'));
}

/** What an application does with the parameters of its login URI. */
function goBack(login: URL, more: Record<string, string> = {}): string {
  const url = new URL(login.searchParams.get('amazon_callback_uri') ?? '', world.url);
  const amazonState = login.searchParams.get('amazon_state') ?? '';
  const query = { amazon_state: amazonState, state: 'my state&', redirect_uri: callbackUrl, ...more };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

const open = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init });

describe('an authorization that begins in Seller Central', () => {
  test('leads under Manage Your Apps to the login URI, and from there to the ordinary callback', async () => {
    const page = await open(`${world.url}/apps/manage`);
    expect(await page.text()).toContain('Authorize again');
    const body = new URLSearchParams({ email: seller, password: 'perennial', understand: 'yes' });
    const sent = await open(`${world.url}/apps/manage`, { method: 'POST', body });
    expect(sent.status).toBe(303);
    const login = new URL(sent.headers.get('location') ?? '');
    expect(login.origin + login.pathname).toBe('http://localhost:3000/oauth/amazon/login');
    expect(login.searchParams.get('amazon_callback_uri')).toBe(`/apps/authorize/confirm/${applicationId}`);

    const done = await open(goBack(login, { version: 'beta' }));
    expect(done.status).toBe(302);
    const callback = new URL(done.headers.get('location') ?? '');
    expect(callback.origin + callback.pathname).toBe(callbackUrl);
    expect(callback.searchParams.get('state')).toBe('my state&');
    expect(callback.searchParams.get('selling_partner_id')).toBe(login.searchParams.get('selling_partner_id'));
    const code = callback.searchParams.get('spapi_oauth_code') ?? '';
    expect((await world.redeem(code, { redirect_uri: callbackUrl })).status).toBe(200);
  });

  test.each([
    ['an unknown account', { email: 'unknown@example.com' }, 'There is no account with this email address'],
    ['a wrong password', { password: 'wrong' }, 'The password is not right'],
    ['a box left empty', { understand: '' }, 'Check &#34;I understand&#34;'],
  ])('asks again after %s', async (_case, fields, words) => {
    const body = new URLSearchParams({ email: seller, password: 'perennial', understand: 'yes', ...fields });
    const answer = await open(`${world.url}/apps/manage`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  test('is approved in one call, by the seller who began it and no other', async () => {
    const consentUrl = goBack(await begin({ seller, country: 'CA' }));
    const other = await world.call('POST', '/simulator/approve', { consentUrl, seller: 'seller-2@example.com' });
    expect(other.status).toBe(400);
    expect(other.body).toMatchObject({ errors: [{ field: 'seller' }] });
    const { status, body } = await world.call('POST', '/simulator/approve', { consentUrl, seller });
    expect(status).toBe(200);
    expect(new URL(text(body, 'callbackUrl')).searchParams.get('state')).toBe('my state&');
  });

  test.each([
    ['an unknown seller', { seller: 'unknown@example.com' }, 'seller'],
    ['a country that is none', { seller, country: 'FR' }, 'country'],
    ['a country the seller does not sell in', { seller, country: 'GB' }, 'country'],
  ])('is not begun for %s', async (_case, body, field) => {
    const answer = await world.call('POST', '/simulator/authorize-again', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ field }] });
  });

  test.each([
    ['a state of Amazon that is made up', { amazon_state: 'made-up' }, 'The amazon_state is missing'],
    ['no state of the application', { state: '' }, 'The state is missing'],
    ['another redirect URI', { redirect_uri: 'http://evil.test/' }, 'MD5101'],
  ])('is not confirmed with %s', async (_case, parameters, words) => {
    const answer = await open(goBack(await begin(), parameters));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  test('is not confirmed half an hour late, nor for another application', async () => {
    const url = goBack(await begin());
    expect((await open(url.replace(applicationId, 'amzn1.sp.solution.other'))).status).toBe(400);
    world.passTime(31 * 60_000);
    expect(await (await open(url)).text()).toContain('older than half an hour');
  });
});
