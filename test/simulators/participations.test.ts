import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { startWorld, text } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.end());

const revoked = {
  errors: [
    {
      code: 'Unauthorized',
      message: 'Access to requested resource is denied.',
      details: 'The access token you provided is revoked, malformed or invalid.',
    },
  ],
};

test.each([
  ['seller@example.com', ['US', 'CA', 'MX']],
  ['seller-north-3@example.com', ['US', 'CA', 'MX']],
  ['seller-uk@example.com', ['GB']],
  ['seller-uk-3@example.com', ['GB']],
])('%s takes part in %j', async (seller, countries) => {
  const { accessToken } = await world.connect(seller);
  const { status, headers, body } = await world.participations(accessToken);
  expect(status).toBe(200);
  expect(body).toEqual({
    payload: countries.map((countryCode) => ({
      marketplace: {
        id: expect.any(String),
        name: expect.any(String),
        countryCode,
        defaultCurrencyCode: expect.stringMatching(/^[A-Z]{3}$/),
        defaultLanguageCode: expect.any(String),
        domainName: expect.stringMatching(/^www\.amazon\./),
      },
      storeName: expect.any(String),
      participation: { isParticipating: true, hasSuspendedListings: false },
    })),
  });
  expect(headers.get('x-amzn-requestid')).toMatch(/^[\w-]{36}$/);
  expect(headers.get('x-amzn-ratelimit-limit')).toBe('0.016');
});

test('two sellers have two store names, the same in every marketplace', async () => {
  const names = async (seller: string) => {
    const { body } = await world.participations((await world.connect(seller)).accessToken);
    const { payload } = z.object({ payload: z.array(z.object({ storeName: z.string() })) }).parse(body);
    return payload.map(({ storeName }) => storeName);
  };
  const [first, ...others] = await names('seller-1@example.com');
  expect(others).toEqual([first, first]);
  expect(await names('seller-2@example.com')).not.toContain(first);
  expect(await names('seller-uk-1@example.com')).not.toContain(first);
});

test('the account names the business and the selling plan', async () => {
  const { accessToken } = await world.connect('seller-1@example.com');
  await world.fault({ kind: 'suspended', country: 'MX' });
  const { status, headers, body } = await world.account(accessToken);
  expect(status).toBe(200);
  expect(headers.get('x-amzn-ratelimit-limit')).toBe('0.016');
  expect(body).toEqual({
    payload: {
      marketplaceParticipationList: ['US', 'CA', 'MX'].map((countryCode) => ({
        marketplace: expect.objectContaining({ countryCode }),
        storeName: 'Store of seller-1',
        participation: { isParticipating: true, hasSuspendedListings: countryCode === 'MX' },
      })),
      businessType: 'PRIVATE_LIMITED',
      sellingPlan: 'PROFESSIONAL',
      business: {
        name: 'Business of seller-1',
        registeredBusinessAddress: { addressLine1: expect.any(String), countryCode: 'US' },
      },
    },
  });
  expect((await world.account(accessToken, { 'user-agent': '' })).status).toBe(400);
  expect((await world.account('nonsense')).body).toEqual(revoked);
});

test('an access token ends after an hour', async () => {
  const { accessToken, refreshToken } = await world.connect('seller@example.com');
  world.passTime(3_600_000);
  const late = await world.participations(accessToken);
  expect(late.status).toBe(403);
  expect(late.body).toMatchObject({ errors: [{ details: 'The access token you provided has expired.' }] });
  const { body } = await world.refresh(refreshToken);
  expect((await world.participations(text(body, 'access_token'))).status).toBe(200);
});

test('a changed, foreign or unknown token is refused as Amazon does', async () => {
  const { accessToken, refreshToken } = await world.connect('seller@example.com');
  for (const token of [`${accessToken}x`, refreshToken, 'Atza|', 'Atza|e30.e30', 'nonsense']) {
    const { status, headers, body } = await world.participations(token);
    expect([status, body]).toEqual([403, revoked]);
    expect(headers.get('x-amzn-requestid')).not.toBeNull();
  }
});

test.each([
  ['no token', { 'x-amz-access-token': '' }],
  ['no user agent', { 'user-agent': '' }],
  ['a user agent of 501 characters', { 'user-agent': 'x'.repeat(501) }],
])('a request with %s is refused', async (_case, headers) => {
  const { accessToken } = await world.connect('seller@example.com');
  const { status, body } = await world.participations(accessToken, headers);
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ code: 'InvalidInput' }] });
});

test('each seller has 15 requests at once, and one more when the bucket has filled', async () => {
  const { accessToken } = await world.connect('seller-1@example.com');
  const other = await world.connect('seller-2@example.com');
  for (let request = 0; request < 15; request += 1) {
    expect((await world.participations(accessToken)).status).toBe(200);
  }
  const { status, headers, body } = await world.participations(accessToken);
  expect(status).toBe(429);
  expect(body).toMatchObject({ errors: [{ code: 'QuotaExceeded' }] });
  expect(headers.get('retry-after')).toBe('63');
  expect((await world.call('GET', '/simulator/log?limit=1')).body).toMatchObject({
    participationsPace: { ratePerSecond: 0.016, burst: 15 },
    items: [{ seller: 'seller-1@example.com', status: 429, isLimitExceeded: true }],
  });
  expect((await world.participations(other.accessToken)).status).toBe(200);
  world.passTime(62_000);
  expect((await world.participations(accessToken)).status).toBe(429);
  world.passTime(1000);
  expect((await world.participations(accessToken)).status).toBe(200);
});
