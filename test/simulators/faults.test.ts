import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorld, text } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ participationsPace: { burst: 1000 }, feesPace: { burst: 1000 } });
});
afterEach(() => world.end());

const seller = 'seller-1@example.com';
const withoutDetails = {
  errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details: '' }],
};
const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;

describe('revoked', () => {
  test('without an end holds for what was granted before, until the seller agrees again', async () => {
    const older = await world.connect(seller);
    const other = await world.connect('seller-2@example.com');
    await world.fault({ kind: 'revoked', seller });
    expect((await world.refresh(older.refreshToken)).body).toMatchObject({ error: 'invalid_grant' });
    expect(await statusOf(world.participations(older.accessToken))).toBe(403);
    expect(await statusOf(world.fees(older.accessToken))).toBe(403);
    expect(await statusOf(world.refresh(other.refreshToken))).toBe(200);
    const newer = await world.connect(seller);
    expect(await statusOf(world.refresh(newer.refreshToken))).toBe(200);
    await world.call('DELETE', '/simulator/faults');
    expect(await statusOf(world.refresh(older.refreshToken))).toBe(400);
  });

  test('with seconds ends by itself, and spares what is granted meanwhile', async () => {
    const { accessToken, refreshToken } = await world.connect(seller);
    world.passTime(1000);
    await world.fault({ kind: 'revoked', seller, seconds: 10 });
    world.passTime(1000);
    const meanwhile = await world.connect(seller);
    expect(await statusOf(world.participations(accessToken))).toBe(403);
    expect(await statusOf(world.participations(meanwhile.accessToken))).toBe(200);
    world.passTime(9000);
    expect(await statusOf(world.participations(accessToken))).toBe(200);
    expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  });
});

test('false_403 looks like a revocation while LWA still gives tokens', async () => {
  const { accessToken, refreshToken } = await world.connect(seller);
  await world.fault({ kind: 'false_403', count: 2 });
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  const { status, body } = await world.participations(accessToken);
  expect(status).toBe(403);
  expect(body).toMatchObject({
    errors: [{ code: 'Unauthorized', details: 'The access token you provided is revoked, malformed or invalid.' }],
  });
  expect(await world.fees(accessToken)).toMatchObject({ status: 403, body });
  expect(await statusOf(world.participations(accessToken))).toBe(200);
});

test('forbidden is a 403 with empty details, of one seller, while LWA still gives tokens', async () => {
  const { accessToken, refreshToken } = await world.connect(seller);
  const other = await world.connect('seller-2@example.com');
  await world.fault({ kind: 'forbidden', seller, seconds: 10 });
  for (const call of [world.participations, world.account, world.fees]) {
    expect(await call(accessToken)).toMatchObject({ status: 403, body: withoutDetails });
    expect(await statusOf(call(other.accessToken))).toBe(200);
  }
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  world.passTime(10_000);
  expect(await statusOf(world.participations(accessToken))).toBe(200);
});

test('no_fees_role refuses the fees estimate only', async () => {
  const { accessToken } = await world.connect(seller);
  await world.fault({ kind: 'no_fees_role' });
  expect(await world.fees(accessToken)).toMatchObject({ status: 403, body: withoutDetails });
  expect(await statusOf(world.participations(accessToken))).toBe(200);
  expect(await statusOf(world.account(accessToken))).toBe(200);
  await world.call('DELETE', '/simulator/faults?kind=no_fees_role');
  expect(await statusOf(world.fees(accessToken))).toBe(200);
});

test('no_refresh_token exchanges a code for an access token alone, and the older grant stays', async () => {
  const older = await world.connect(seller);
  await world.fault({ kind: 'no_refresh_token', seller, count: 1 });
  expect(await statusOf(world.refresh(older.refreshToken))).toBe(200);
  const { status, body } = await world.redeem(await world.approve(seller));
  expect(status).toBe(200);
  expect(body).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 3600 });
  expect(await statusOf(world.participations(text(body, 'access_token')))).toBe(200);
  expect(await statusOf(world.refresh(older.refreshToken))).toBe(200);
  expect(await statusOf(world.refresh((await world.connect(seller)).refreshToken))).toBe(200);
  const grants = await world.call('GET', '/simulator/grants');
  expect(grants.body).toMatchObject({ items: [{ seller }, { seller, isRefreshTokenWithheld: true }, { seller }] });
});

test('invalid_client refuses our application, not the seller', async () => {
  const { accessToken, refreshToken } = await world.connect(seller);
  const code = await world.approve(seller);
  await world.fault({ kind: 'invalid_client' });
  expect(await world.refresh(refreshToken)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect(await statusOf(world.redeem(code))).toBe(401);
  expect(await statusOf(world.participations(accessToken))).toBe(200);
  await world.call('DELETE', '/simulator/faults?kind=invalid_client');
  expect(await statusOf(world.redeem(code))).toBe(200);
});

test('throttled says when to come back, and leaves tokens alone', async () => {
  const { accessToken, refreshToken } = await world.connect(seller);
  await world.fault({ kind: 'throttled', seller, seconds: 7 });
  const { status, headers } = await world.participations(accessToken);
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toBe('7');
  expect(headers.get('x-amzn-ratelimit-limit')).toBe('0.016');
  expect(await world.fees(accessToken)).toMatchObject({ status: 429 });
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  world.passTime(7000);
  expect(await statusOf(world.participations(accessToken))).toBe(200);
});

test('outage takes tokens and the Selling Partner API, of one seller or of all', async () => {
  const mine = await world.connect(seller);
  const other = await world.connect('seller-2@example.com');
  await world.fault({ kind: 'outage', seller });
  expect(await statusOf(world.refresh(mine.refreshToken))).toBe(503);
  expect(await statusOf(world.participations(mine.accessToken))).toBe(503);
  expect(await statusOf(world.fees(mine.accessToken))).toBe(503);
  expect(await statusOf(world.refresh(other.refreshToken))).toBe(200);
  await world.fault({ kind: 'outage' });
  expect(await statusOf(world.refresh(other.refreshToken))).toBe(503);
  await world.call('DELETE', `/simulator/faults?seller=${seller}`);
  expect(await statusOf(world.refresh(other.refreshToken))).toBe(503);
  await world.call('DELETE', '/simulator/faults');
  expect(await statusOf(world.refresh(mine.refreshToken))).toBe(200);
});

test('slow answers late, and rightly', async () => {
  const { accessToken, refreshToken } = await world.connect(seller);
  for (const call of [() => world.refresh(refreshToken), () => world.fees(accessToken)]) {
    await world.fault({ kind: 'slow', ms: 300, count: 1 });
    const startedAtMs = performance.now();
    expect(await statusOf(call())).toBe(200);
    expect(performance.now() - startedAtMs).toBeGreaterThan(290);
  }
});

test('code_expired makes the next code useless for good', async () => {
  const code = await world.approve(seller);
  await world.fault({ kind: 'code_expired', count: 1 });
  expect(await world.redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(await statusOf(world.redeem(code))).toBe(400);
  expect(await statusOf(world.redeem(await world.approve(seller)))).toBe(200);
});

test('suspended and not_participating change the participation, of one country if wanted', async () => {
  const { accessToken } = await world.connect(seller);
  await world.fault({ kind: 'suspended', seller });
  await world.fault({ kind: 'not_participating', seller, country: 'CA' });
  const { body } = await world.participations(accessToken);
  const participation = (isParticipating: boolean) => ({ isParticipating, hasSuspendedListings: true });
  expect(body).toMatchObject({
    payload: [
      { marketplace: { countryCode: 'US' }, participation: participation(true) },
      { marketplace: { countryCode: 'CA' }, participation: participation(false) },
      { marketplace: { countryCode: 'MX' }, participation: participation(true) },
    ],
  });
});

test('the faults of now can be listed', async () => {
  await world.fault({ kind: 'outage', count: 3 });
  await world.fault({ kind: 'throttled', seller: 'Seller-1@example.com', seconds: 1 });
  expect((await world.call('GET', '/simulator/faults')).body).toMatchObject({
    items: [
      { kind: 'outage', remaining: 3 },
      { kind: 'throttled', seller, endsAt: expect.any(String) },
    ],
  });
  world.passTime(1000);
  expect((await world.call('GET', '/simulator/faults')).body).toMatchObject({ items: [{ kind: 'outage' }] });
});

test.each([
  ['an unknown kind', { kind: 'tired' }, 'kind', 'false_403'],
  ['no kind', {}, 'kind', 'revoked'],
  ['a seller that cannot be', { kind: 'outage', seller: 'a@b.c' }, 'seller', 'seller-uk-<n>@example.com'],
  ['no requests', { kind: 'outage', count: 0 }, 'count', 'from 1'],
  ['half a request', { kind: 'outage', count: 1.5 }, 'count', 'whole number'],
  ['a count in words', { kind: 'outage', count: '3' }, 'count', 'whole number'],
  ['negative seconds', { kind: 'outage', seconds: -1 }, 'seconds', 'above 0'],
  ['a field that does not exist', { kind: 'outage', sellers: 1 }, 'sellers', 'not a field'],
  ['a delay of what is not slow', { kind: 'outage', ms: 5 }, 'ms', 'slow'],
  ['an unknown country', { kind: 'suspended', country: 'NL' }, 'country', 'GB'],
  ['a seller of Commerce', { kind: 'commerce_outage', seller }, 'seller', 'outage'],
])('refuses %s, naming the field and what is accepted', async (_case, fault, field, words) => {
  const { status, body } = await world.call('POST', '/simulator/faults', fault);
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ field, message: expect.stringContaining(words) }] });
});

test('refuses what is no JSON, and a filter that cannot be', async () => {
  const broken = await fetch(`${world.url}/simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"kind":',
  });
  expect(broken.status).toBe(400);
  expect(await statusOf(world.call('POST', '/simulator/faults'))).toBe(400);
  expect(await statusOf(world.call('DELETE', '/simulator/faults?kind=tired'))).toBe(400);
});

test('a fault can begin later', async () => {
  const { refreshToken } = await world.connect(seller);
  await world.fault({ kind: 'outage', startsInSeconds: 10, seconds: 5 });
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  world.passTime(10_000);
  expect(await statusOf(world.refresh(refreshToken))).toBe(503);
  world.passTime(5000);
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
});

test('a revocation that begins later spares only what is granted after that', async () => {
  const before = await world.connect(seller);
  await world.fault({ kind: 'revoked', seller, startsInSeconds: 10 });
  expect(await statusOf(world.refresh(before.refreshToken))).toBe(200);
  world.passTime(11_000);
  expect(await statusOf(world.refresh(before.refreshToken))).toBe(400);
  expect(await statusOf(world.refresh((await world.connect(seller)).refreshToken))).toBe(200);
});
