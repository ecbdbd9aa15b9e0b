import { afterEach, beforeEach, expect, test } from 'vitest';
import { callbackUrl, client, read, startWorld, text } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.end());

test('a code brings tokens in the shape of Login with Amazon', async () => {
  const { status, headers, body } = await world.redeem(await world.approve('seller@example.com'));
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^Atza\|.{20,2000}$/),
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: expect.stringMatching(/^Atzr\|.{20,2000}$/),
  });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a code works once, also when it is sent twice at the same moment', async () => {
  const code = await world.approve('seller@example.com');
  const answers = await Promise.all([world.redeem(code), world.redeem(code)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  expect((await world.redeem(code)).body).toMatchObject({ error: 'invalid_grant' });
});

test('a code lives five minutes', async () => {
  const inTime = await world.approve('seller@example.com');
  world.passTime(5 * 60_000 - 1);
  expect((await world.redeem(inTime)).status).toBe(200);
  const late = await world.approve('seller@example.com');
  world.passTime(5 * 60_000);
  const answer = await world.redeem(late);
  expect([answer.status, answer.body]).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'The request has an invalid grant parameter : code' },
  ]);
});

test('the exchange has to name the redirect URI that the consent named', async () => {
  const code = await world.approve('seller@example.com', { redirect_uri: callbackUrl });
  expect((await world.redeem(code)).body).toMatchObject({ error: 'invalid_request' });
  expect((await world.redeem(code, { redirect_uri: `${callbackUrl}/` })).status).toBe(400);
  expect((await world.redeem(code, { redirect_uri: callbackUrl })).status).toBe(200);
  const free = await world.approve('seller@example.com');
  expect((await world.redeem(free, { redirect_uri: 'http://evil.test/' })).status).toBe(400);
  expect((await world.redeem(free, { redirect_uri: callbackUrl })).status).toBe(200);
});

test('a refresh token brings new access tokens while an older one of the same seller still works', async () => {
  const older = await world.connect('seller@example.com');
  const newer = await world.connect('seller@example.com');
  expect(newer.refreshToken).not.toBe(older.refreshToken);
  for (const { refreshToken } of [older, newer]) {
    const { status, body } = await world.refresh(refreshToken);
    expect(status).toBe(200);
    expect(text(body, 'refresh_token')).toBe(refreshToken);
    expect((await world.participations(text(body, 'access_token'))).status).toBe(200);
  }
});

test('an individual account is refused at the exchange', async () => {
  const { status, body } = await world.redeem(await world.approve('individual@example.com'));
  expect(status).toBe(400);
  expect(body).toEqual({ error: 'access_denied', error_description: expect.stringContaining('Professional') });
});

test.each([
  ['another secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
  ['another client', { client_id: 'wrong' }, 401, 'invalid_client'],
  ['no secret', { client_secret: '' }, 400, 'invalid_request'],
  ['no grant type', { grant_type: '' }, 400, 'invalid_request'],
  ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['no refresh token', { refresh_token: '' }, 400, 'invalid_request'],
  ['an unknown refresh token', { refresh_token: 'Atzr|unknown' }, 400, 'invalid_grant'],
])('refuses %s', async (_case, fields, status, error) => {
  const { refreshToken } = await world.connect('seller@example.com');
  const answer = await world.token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...fields });
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ error, error_description: expect.any(String) });
});

test('refuses a body that is no form, and one that is too large', async () => {
  const post = async (type: string, body: string) =>
    read(await fetch(`${world.url}/auth/o2/token`, { method: 'POST', headers: { 'content-type': type }, body }));
  const asJson = await post('application/json', JSON.stringify({ ...client, grant_type: 'refresh_token' }));
  const large = await post('application/x-www-form-urlencoded', `code=${'x'.repeat(100_000)}`);
  for (const { status, body } of [asJson, large]) {
    expect([status, body]).toEqual([400, { error: 'invalid_request', error_description: expect.any(String) }]);
  }
});
