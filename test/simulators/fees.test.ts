import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from '../../simulators/environment.ts';
import { feesBody, startWorld } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.end());

const seller = 'seller-1@example.com';

/** The seller id that Amazon's consent page puts into the callback. */
async function sellingPartnerIdOf(email: string): Promise<string | null> {
  const { body } = await world.call('POST', '/simulator/approve', { consentUrl: world.consentUrl(), seller: email });
  const { callbackUrl } = z.object({ callbackUrl: z.url() }).parse(body);
  return new URL(callbackUrl).searchParams.get('selling_partner_id');
}

const identifier = {
  MarketplaceId: 'ATVPDKIKX0DER',
  SellerId: expect.stringMatching(/^[A-Z0-9]{8,20}$/),
  IdType: 'ASIN',
  IdValue: 'B00V5DG6IQ',
  IsAmazonFulfilled: false,
  PriceToEstimateFees: { ListingPrice: { CurrencyCode: 'USD', Amount: 10 } },
  SellerInputIdentifier: 'request-1',
};

test('the fees of a known item are estimated in the shape of Amazon’s model', async () => {
  const { accessToken } = await world.connect(seller);
  const { status, headers, body } = await world.fees(accessToken, { asin: 'B00V5DG6IQ' });
  expect(status).toBe(200);
  const fee = { CurrencyCode: 'USD', Amount: 1.5 };
  expect(body).toEqual({
    payload: {
      FeesEstimateResult: {
        Status: 'Success',
        FeesEstimateIdentifier: identifier,
        FeesEstimate: {
          TimeOfFeesEstimation: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          TotalFeesEstimate: fee,
          FeeDetailList: [
            { FeeType: 'ReferralFee', FeeAmount: fee, FeePromotion: { ...fee, Amount: 0 }, FinalFee: fee },
          ],
        },
      },
    },
  });
  expect(headers.get('x-amzn-requestid')).toMatch(/^[\w-]{36}$/);
  expect(headers.get('x-amzn-ratelimit-limit')).toBe('1');
});

test('an unknown item is a client error, and still names the seller of the token', async () => {
  const { accessToken } = await world.connect(seller);
  const { status, body } = await world.fees(accessToken, { asin: 'B000000000' });
  expect(status).toBe(200);
  expect(body).toEqual({
    payload: {
      FeesEstimateResult: {
        Status: 'ClientError',
        FeesEstimateIdentifier: {
          ...identifier,
          SellerId: await sellingPartnerIdOf(seller),
          IdValue: 'B000000000',
        },
        Error: {
          Type: 'Sender',
          Code: 'InvalidParameterValue',
          Message: expect.any(String),
          Detail: [],
        },
      },
    },
  });
});

test.each(['seller@example.com', 'seller-2@example.com', 'seller-uk@example.com', 'seller-uk-2@example.com'])(
  'the token of %s names that seller, wherever it sells',
  async (email) => {
    const { accessToken } = await world.connect(email);
    const SellerId = await sellingPartnerIdOf(email);
    for (const MarketplaceId of ['ATVPDKIKX0DER', 'A1F83G8C2ARO7P']) {
      const { body } = await world.fees(accessToken, { body: feesBody({ MarketplaceId }) });
      expect(body).toMatchObject({ payload: { FeesEstimateResult: { FeesEstimateIdentifier: { SellerId } } } });
    }
  },
);

test('what is optional in Amazon’s model comes back in the identifier', async () => {
  const { accessToken } = await world.connect(seller);
  const optional = {
    IsAmazonFulfilled: true,
    OptionalFulfillmentProgram: 'FBA_CORE',
    PriceToEstimateFees: {
      ListingPrice: { CurrencyCode: 'USD', Amount: 19.99 },
      Shipping: { CurrencyCode: 'USD', Amount: 3 },
      Points: { PointsNumber: 0, PointsMonetaryValue: { CurrencyCode: 'USD', Amount: 0 } },
    },
  };
  const { body } = await world.fees(accessToken, { asin: 'B00V5DG6IQ', body: feesBody(optional) });
  expect(body).toMatchObject({
    payload: {
      FeesEstimateResult: {
        FeesEstimateIdentifier: optional,
        FeesEstimate: { TotalFeesEstimate: { Amount: 3.45 } },
      },
    },
  });
});

test.each([
  ['no body', '', 'FeesEstimateRequest '],
  ['a list', [], 'JSON object'],
  ['a body that is no JSON', '{"FeesEstimateRequest":', 'JSON'],
  ['no request', {}, 'FeesEstimateRequest '],
  ['no marketplace', feesBody({ MarketplaceId: undefined }), 'MarketplaceId'],
  ['no price', feesBody({ PriceToEstimateFees: {} }), 'ListingPrice'],
  [
    'an amount in words',
    feesBody({ PriceToEstimateFees: { ListingPrice: { CurrencyCode: 'USD', Amount: '10' } } }),
    'ListingPrice.Amount',
  ],
  ['no identifier', feesBody({ Identifier: undefined }), 'Identifier'],
])('a request with %s is refused, naming what is wrong', async (_case, body, words) => {
  const { accessToken } = await world.connect(seller);
  const answer = await world.fees(accessToken, { body });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    errors: [{ code: 'InvalidInput', message: expect.any(String), details: expect.stringContaining(words) }],
  });
});

test('a marketplace that is none is refused in Amazon’s words', async () => {
  const { accessToken } = await world.connect(seller);
  const { status, body } = await world.fees(accessToken, { body: feesBody({ MarketplaceId: 'WRNGMRKTPLCE' }) });
  expect([status, body]).toEqual([
    400,
    { errors: [{ code: 'InvalidInput', message: 'Incorrect Marketplace identifier.', details: '' }] },
  ]);
});

test.each([
  ['no user agent', 400, { 'user-agent': '' }],
  ['no access token', 400, { 'x-amz-access-token': '' }],
  ['a token that is made up', 403, { 'x-amz-access-token': 'Atza|e30.e30' }],
])('a request with %s is refused with %i', async (_case, status, headers) => {
  const { accessToken } = await world.connect(seller);
  expect((await world.fees(accessToken, { headers })).status).toBe(status);
});

test('each seller has two requests at once and one a second, apart from its other limits', async () => {
  const { accessToken } = await world.connect(seller);
  const other = await world.connect('seller-2@example.com');
  const statuses = async (count: number) => {
    const answers = [];
    for (let request = 0; request < count; request += 1) answers.push((await world.fees(accessToken)).status);
    return answers;
  };
  expect(await statuses(3)).toEqual([200, 200, 429]);
  expect((await world.fees(accessToken)).headers.get('retry-after')).toBe('1');
  expect((await world.call('GET', '/simulator/log?limit=1')).body).toMatchObject({
    feesPace: { ratePerSecond: 1, burst: 2 },
    items: [{ seller, status: 429, isLimitExceeded: true }],
  });
  expect((await world.fees(other.accessToken)).status).toBe(200);
  expect((await world.participations(accessToken)).status).toBe(200);
  world.passTime(1000);
  expect(await statuses(2)).toEqual([200, 429]);
});

test('the limit can be set, and a wrong setting is named', () => {
  const credentials = [
    ...['AMAZON_APPLICATION_ID', 'AMAZON_CLIENT_ID', 'AMAZON_CLIENT_SECRET', 'COMMERCE_CONSUMER_KEY'],
    ...['COMMERCE_CONSUMER_SECRET', 'COMMERCE_ACCESS_TOKEN', 'COMMERCE_ACCESS_TOKEN_SECRET'],
  ];
  const env = Object.fromEntries(credentials.map((name) => [name, 'x']));
  expect(readEnvironment(env)).toMatchObject({ options: { feesPace: { ratePerSecond: 1, burst: 2 } } });
  expect(readEnvironment({ ...env, SIMULATOR_FEES_RATE: '50', SIMULATOR_FEES_BURST: '9' })).toMatchObject({
    options: { feesPace: { ratePerSecond: 50, burst: 9 } },
  });
  expect(readEnvironment({ ...env, SIMULATOR_FEES_RATE: '0', SIMULATOR_FEES_BURST: '0.5' })).toMatchObject({
    errors: [expect.stringContaining('SIMULATOR_FEES_RATE'), expect.stringContaining('SIMULATOR_FEES_BURST')],
  });
});
