import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmazonFault, type AmazonSeller } from '../../../activities/ports.ts';
import { createAmazonSeller } from '../../../adapters/amazon/amazon-seller.ts';
import { fixedSecret } from './fixed-secret.ts';
import { type Answer, type StubAmazon, startStubAmazon } from './stub-amazon.ts';

const tokenPath = '/auth/o2/token';
const participationsPath = '/sellers/v1/marketplaceParticipations';
const code = 'ANcode0123456789';
const refreshToken = 'Atzr|refresh-0123456789';
const accessToken = 'Atza|access-0123456789';
const clientSecret = 'client-secret-0123456789';
const redirectUri = 'https://perennial.example/oauth/amazon/callback';
const newTokens = { access_token: accessToken, token_type: 'bearer', expires_in: 3600, refresh_token: refreshToken };

let stub: StubAmazon;
let elsewhere: StubAmazon;
let amazon: AmazonSeller;

beforeAll(async () => {
  stub = await startStubAmazon();
  elsewhere = await startStubAmazon();
  amazon = sellerAt(stub.url);
});
afterAll(async () => {
  await stub.stop();
  await elsewhere.stop();
});
beforeEach(() => stub.reset());

function sellerAt(url: string): AmazonSeller {
  return createAmazonSeller(
    {
      lwaUrl: url,
      spapiUrl: { NA: url, EU: url },
      clientId: 'client-id',
    },
    { userAgent: 'Perennial/test', clientSecrets: fixedSecret(clientSecret), timeoutMs: 300 },
  );
}

const exchange = () => amazon.exchangeCode(code, redirectUri);
const list = () => amazon.listParticipations(refreshToken, 'NA');

async function faultOf(call: () => Promise<unknown>): Promise<AmazonFault> {
  const error: unknown = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AmazonFault)) throw new Error(`Not an AmazonFault: ${String(error)}`);
  expect(everythingOf(error)).not.toMatch(new RegExp([code, 'Atzr', 'Atza', clientSecret].join('|')));
  return error;
}

/** All that a log or a failure of Temporal could show of an error. */
function everythingOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), everythingOf(error.cause)].join('\n');
}

function refusal(status: number, error: string): Answer {
  return {
    status,
    body: { error, error_description: `quoting ${code} ${refreshToken}` },
    headers: { 'x-amzn-requestid': 'req-1' },
  };
}

function spapiRefusal(status: number, details: string, requestCode = 'Unauthorized'): Answer {
  const body = { errors: [{ code: requestCode, message: 'Access to requested resource is denied.', details }] };
  return { status, body, headers: { 'x-amzn-requestid': 'req-2' } };
}

describe('exchanging a code', () => {
  it('sends the form that Login with Amazon documents and returns the refresh token', async () => {
    stub.answer(tokenPath, { status: 200, body: newTokens });
    expect(await exchange()).toEqual({ kind: 'exchanged', refreshToken });
    const [asked] = stub.received;
    expect(asked).toMatchObject({ method: 'POST', path: tokenPath });
    expect(asked?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: 'client-id',
      client_secret: clientSecret,
    });
  });

  it.each([
    ['invalid_grant', 'code_rejected'],
    ['access_denied', 'account_not_eligible'],
  ])('takes %s as %s', async (error, kind) => {
    stub.answer(tokenPath, refusal(400, error));
    expect(await exchange()).toEqual({ kind });
  });

  it.each([
    [401, 'invalid_client', 'application'],
    [400, 'unauthorized_client', 'application'],
    [400, 'invalid_request', 'application'],
    [400, 'server_error', 'outage'],
    [400, 'temporarily_unavailable', 'outage'],
    [503, 'temporarily_unavailable', 'outage'],
    [500, 'invalid_grant', 'outage'],
  ])('takes %i %s as a fault of kind %s, never the seller’s', async (status, error, kind) => {
    stub.answer(tokenPath, refusal(status, error));
    const fault = await faultOf(exchange);
    expect(fault).toMatchObject({ kind, requestId: 'req-1' });
    expect(fault.message).toContain(`POST /auth/o2/token answered ${status}`);
    expect(fault.message).toContain('req-1');
    if (status < 500) expect(fault.message).toContain(error);
  });

  it.each<[string, Answer]>([
    ['a page instead of JSON', { status: 200, body: '<html>' }],
    ['an answer without a refresh token', { status: 200, body: { access_token: accessToken } }],
    ['a refusal in no known shape', { status: 400, body: '<html>' }],
    ['a cut connection', { status: 200, manner: 'drop' }],
    ['a body that never ends', { status: 200, manner: 'stall' }],
  ])('takes %s as an outage', async (_what, answer) => {
    stub.answer(tokenPath, answer);
    expect(await faultOf(exchange)).toMatchObject({ kind: 'outage' });
  });

  it('names a refused connection without quoting anything else', async () => {
    const gone = await startStubAmazon();
    await gone.stop();
    const fault = await faultOf(() => sellerAt(gone.url).exchangeCode(code, redirectUri));
    expect(fault).toMatchObject({ kind: 'outage', message: 'POST /auth/o2/token got no answer (ECONNREFUSED)' });
  });

  it('never carries the code and our secret along a redirect', async () => {
    elsewhere.answer('/thief', { status: 200, body: newTokens });
    stub.answer(tokenPath, { status: 307, headers: { location: `${elsewhere.url}/thief` } });
    expect(await faultOf(exchange)).toMatchObject({ kind: 'outage' });
    expect(elsewhere.received).toEqual([]);
  });
});

describe('listing participations', () => {
  beforeEach(() => {
    stub.answer(tokenPath, { status: 200, body: newTokens });
  });

  it('refreshes, asks with the access token, and reads what the seller takes part in', async () => {
    const marketplace = { id: 'ATVPDKIKX0DER', name: 'Amazon.com', countryCode: 'US', defaultCurrencyCode: 'USD' };
    const participation = { isParticipating: true, hasSuspendedListings: false };
    stub.answer(participationsPath, {
      status: 200,
      body: { payload: [{ marketplace, storeName: 'Shop', participation }] },
    });
    expect(await list()).toEqual({
      kind: 'participations',
      participations: [{ marketplaceId: 'ATVPDKIKX0DER', countryCode: 'US', ...participation }],
    });
    const [refreshed, asked] = stub.received;
    expect(new URLSearchParams(refreshed?.body).get('grant_type')).toBe('refresh_token');
    expect(new URLSearchParams(refreshed?.body).get('refresh_token')).toBe(refreshToken);
    expect(asked).toMatchObject({ method: 'GET', path: participationsPath });
    expect(asked?.headers).toMatchObject({ 'x-amz-access-token': accessToken, 'user-agent': 'Perennial/test' });
  });

  it.each(['invalid_grant', 'access_denied'])('takes %s on refreshing as a refused grant', async (error) => {
    stub.answer(tokenPath, refusal(400, error));
    expect(await list()).toEqual({ kind: 'grant_refused' });
  });

  it('takes invalid_client on refreshing as our application', async () => {
    stub.answer(tokenPath, refusal(401, 'invalid_client'));
    expect(await faultOf(list)).toMatchObject({ kind: 'application' });
  });

  it.each(['The access token you provided is revoked, malformed or invalid.', ''])(
    'takes a 403 with the details "%s" as a refused grant',
    async (details) => {
      stub.answer(participationsPath, spapiRefusal(403, details));
      expect(await list()).toEqual({ kind: 'grant_refused' });
    },
  );

  it.each<[string, Answer, string]>([
    ['our expired secret', spapiRefusal(403, 'The LWA secret token you provided has expired.'), 'application'],
    ['an access token too old', spapiRefusal(403, 'The access token you provided has expired.'), 'outage'],
    ['a firewall’s 403', { status: 403, body: '<html>Forbidden</html>' }, 'outage'],
    ['a request it calls wrong', spapiRefusal(400, '', 'InvalidInput'), 'application'],
    ['an unreadable list', { status: 200, body: { payload: [{ marketplace: {} }] } }, 'outage'],
    ['a 503', spapiRefusal(503, '', 'ServiceUnavailable'), 'outage'],
  ])('takes %s as no word about the grant', async (_what, answer, kind) => {
    stub.answer(participationsPath, answer);
    const fault = await faultOf(list);
    expect(fault.kind).toBe(kind);
    expect(fault.message).toContain(`GET ${participationsPath} answered ${answer.status}`);
  });

  it.each([
    [{ 'x-amzn-ratelimit-limit': '0.016' }, 62_500],
    [{ 'x-amzn-ratelimit-limit': '0.016', 'retry-after': '90' }, 90_000],
    [{ 'x-amzn-ratelimit-limit': '0.5', 'retry-after': '1' }, 2000],
    [{ 'retry-after': '999999999' }, 3_600_000],
    [{ 'x-amzn-ratelimit-limit': '0' }, undefined],
    [{}, undefined],
  ])('takes 429 with %o as throttling for %s ms', async (headers, retryAfterMs) => {
    stub.answer(participationsPath, { ...spapiRefusal(429, '', 'QuotaExceeded'), headers });
    expect(await faultOf(list)).toMatchObject({ kind: 'throttled', retryAfterMs });
  });

  it('passes on how long an outage asks to be left alone', async () => {
    const headers = { 'retry-after': '120', 'x-amzn-ratelimit-limit': '0.001' };
    stub.answer(participationsPath, { status: 503, headers });
    expect(await faultOf(list)).toMatchObject({ kind: 'outage', retryAfterMs: 120_000 });
  });

  it('understands a Retry-After that is a date', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 60_000).toUTCString() };
    stub.answer(participationsPath, { status: 503, headers });
    const { retryAfterMs = 0 } = await faultOf(list);
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});
