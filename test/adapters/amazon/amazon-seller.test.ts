import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmazonFault, type AmazonSeller } from '../../../activities/ports.ts';
import { createAmazonSeller } from '../../../adapters/amazon/amazon-seller.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { fixedSecret } from './fixed-secret.ts';
import { type StubResponse, type StubAmazon, startStubAmazon } from './stub-amazon.ts';

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
    { userAgent: 'Perennial/test', clientSecrets: fixedSecret(clientSecret), timeoutMs: limitMs(2000) },
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
  expect(visibleTextOf(error)).not.toMatch(new RegExp([code, 'Atzr', 'Atza', clientSecret].join('|')));
  return error;
}

/** Everything of an error that a log or Temporal could show. */
function visibleTextOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), visibleTextOf(error.cause)].join('\n');
}

function refusal(status: number, error: string): StubResponse {
  return {
    status,
    body: { error, error_description: `quoting ${code} ${refreshToken}` },
    headers: { 'x-amzn-requestid': 'req-1' },
  };
}

function spapiRefusal(status: number, details: string, requestCode = 'Unauthorized'): StubResponse {
  const body = { errors: [{ code: requestCode, message: 'Access to requested resource is denied.', details }] };
  return { status, body, headers: { 'x-amzn-requestid': 'req-2' } };
}

describe('exchanging a code', () => {
  it('sends the form that Login with Amazon documents, and returns the refresh token', async () => {
    stub.prepare(tokenPath, { status: 200, body: newTokens });
    expect(await exchange()).toEqual({ kind: 'exchanged', refreshToken });
    const [request] = stub.received;
    expect(request).toMatchObject({ method: 'POST', path: tokenPath });
    expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
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
  ])('maps %s to %s', async (error, kind) => {
    stub.prepare(tokenPath, refusal(400, error));
    expect(await exchange()).toEqual({ kind });
  });

  it('tells an exchange without a refresh token from a rejected code', async () => {
    stub.prepare(tokenPath, { status: 200, body: { access_token: accessToken, token_type: 'bearer' } });
    expect(await exchange()).toEqual({ kind: 'no_refresh_token' });
  });

  it.each([
    [401, 'invalid_client', 'application'],
    [400, 'unauthorized_client', 'application'],
    [400, 'invalid_request', 'application'],
    [400, 'server_error', 'outage'],
    [400, 'temporarily_unavailable', 'outage'],
    [503, 'temporarily_unavailable', 'outage'],
    [500, 'invalid_grant', 'outage'],
  ])('maps %i %s to a fault of kind %s, not to a refusal of the seller', async (status, error, kind) => {
    stub.prepare(tokenPath, refusal(status, error));
    const fault = await faultOf(exchange);
    expect(fault).toMatchObject({ kind, requestId: 'req-1' });
    expect(fault.message).toContain(`POST /auth/o2/token answered ${status}`);
    expect(fault.message).toContain('req-1');
    if (status < 500) expect(fault.message).toContain(error);
  });

  it.each<[string, StubResponse]>([
    ['an HTML page', { status: 200, body: '<html>' }],
    ['a response without an access token', { status: 200, body: { refresh_token: refreshToken } }],
    ['a refusal in an unknown format', { status: 400, body: '<html>' }],
    ['a dropped connection', { status: 200, failure: 'drop' }],
    ['a body that never ends', { status: 200, failure: 'stall' }],
  ])('treats %s as an outage', async (_what, response) => {
    stub.prepare(tokenPath, response);
    expect(await faultOf(exchange)).toMatchObject({ kind: 'outage' });
  });

  it('names the error code of a refused connection and nothing else', async () => {
    const stopped = await startStubAmazon();
    await stopped.stop();
    const fault = await faultOf(() => sellerAt(stopped.url).exchangeCode(code, redirectUri));
    expect(fault).toMatchObject({ kind: 'outage', message: 'POST /auth/o2/token got no answer (ECONNREFUSED)' });
  });

  it('does not send the code and our secret to the target of a redirect', async () => {
    elsewhere.prepare('/thief', { status: 200, body: newTokens });
    stub.prepare(tokenPath, { status: 307, headers: { location: `${elsewhere.url}/thief` } });
    expect(await faultOf(exchange)).toMatchObject({ kind: 'outage' });
    expect(elsewhere.received).toEqual([]);
  });
});

describe('listing participations', () => {
  beforeEach(() => {
    stub.prepare(tokenPath, { status: 200, body: newTokens });
  });

  it('refreshes the access token, uses it, and returns the participations', async () => {
    const marketplace = { id: 'ATVPDKIKX0DER', name: 'Amazon.com', countryCode: 'US', defaultCurrencyCode: 'USD' };
    const participation = { isParticipating: true, hasSuspendedListings: false };
    stub.prepare(participationsPath, {
      status: 200,
      body: { payload: [{ marketplace, storeName: 'Shop', participation }] },
    });
    expect(await list()).toEqual({
      kind: 'participations',
      participations: [{ marketplaceId: 'ATVPDKIKX0DER', countryCode: 'US', storeName: 'Shop', ...participation }],
    });
    const [refresh, request] = stub.received;
    expect(new URLSearchParams(refresh?.body).get('grant_type')).toBe('refresh_token');
    expect(new URLSearchParams(refresh?.body).get('refresh_token')).toBe(refreshToken);
    expect(request).toMatchObject({ method: 'GET', path: participationsPath });
    expect(request?.headers).toMatchObject({ 'x-amz-access-token': accessToken, 'user-agent': 'Perennial/test' });
  });

  it('treats invalid_grant on refreshing as a refused grant', async () => {
    stub.prepare(tokenPath, refusal(400, 'invalid_grant'));
    expect(await list()).toEqual({ kind: 'grant_refused' });
  });

  it('does not treat access_denied on refreshing as a refused grant', async () => {
    stub.prepare(tokenPath, refusal(400, 'access_denied'));
    expect(await list()).toEqual({ kind: 'access_denied', requestId: 'req-1' });
  });

  it('treats invalid_client on refreshing as a fault of our application', async () => {
    stub.prepare(tokenPath, refusal(401, 'invalid_client'));
    expect(await faultOf(list)).toMatchObject({ kind: 'application' });
  });

  it.each([
    ['The access token you provided is revoked, malformed or invalid.', 'token_refused'],
    ['', 'access_denied'],
    ['Access to the resource is forbidden for this seller.', 'access_denied'],
  ])('reads a 403 with the details "%s" for a fresh access token as %s', async (details, kind) => {
    stub.prepare(participationsPath, spapiRefusal(403, details));
    expect(await list()).toEqual({ kind, requestId: 'req-2' });
  });

  it.each<[string, StubResponse, string]>([
    ['an expired client secret', spapiRefusal(403, 'The LWA secret token you provided has expired.'), 'application'],
    ['an expired access token', spapiRefusal(403, 'The access token you provided has expired.'), 'outage'],
    ['a 403 of a firewall', { status: 403, body: '<html>Forbidden</html>' }, 'outage'],
    ['an invalid request', spapiRefusal(400, '', 'InvalidInput'), 'application'],
    ['an unreadable list', { status: 200, body: { payload: [{ marketplace: {} }] } }, 'outage'],
    ['a 503', spapiRefusal(503, '', 'ServiceUnavailable'), 'outage'],
  ])('does not treat %s as a refused grant', async (_what, response, kind) => {
    stub.prepare(participationsPath, response);
    const fault = await faultOf(list);
    expect(fault.kind).toBe(kind);
    expect(fault.message).toContain(`GET ${participationsPath} answered ${response.status}`);
  });

  it.each([
    [{ 'x-amzn-ratelimit-limit': '0.016' }, 62_500],
    [{ 'x-amzn-ratelimit-limit': '0.016', 'retry-after': '90' }, 90_000],
    [{ 'x-amzn-ratelimit-limit': '0.5', 'retry-after': '1' }, 2000],
    [{ 'retry-after': '999999999' }, 3_600_000],
    [{ 'x-amzn-ratelimit-limit': '0' }, undefined],
    [{}, undefined],
  ])('treats 429 with %o as throttling for %s ms', async (headers, retryAfterMs) => {
    stub.prepare(participationsPath, { ...spapiRefusal(429, '', 'QuotaExceeded'), headers });
    expect(await faultOf(list)).toMatchObject({ kind: 'throttled', retryAfterMs });
  });

  it('passes on the Retry-After of an outage', async () => {
    const headers = { 'retry-after': '120', 'x-amzn-ratelimit-limit': '0.001' };
    stub.prepare(participationsPath, { status: 503, headers });
    expect(await faultOf(list)).toMatchObject({ kind: 'outage', retryAfterMs: 120_000 });
  });

  it('parses a Retry-After that is a date', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 60_000).toUTCString() };
    stub.prepare(participationsPath, { status: 503, headers });
    const { retryAfterMs = 0 } = await faultOf(list);
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});
