import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { AmazonSeller } from '../../../activities/ports.ts';
import { createAmazonSeller } from '../../../adapters/amazon/amazon-seller.ts';
import { createConsentUrl } from '../../../adapters/amazon/consent-url.ts';
import type { Config } from '../../../config.ts';
import { type RunningSimulators, startSimulators } from '../../../simulators/start-simulators.ts';
import { fixedSecret } from './fixed-secret.ts';

const application = { applicationId: 'amzn1.sp.solution.test', clientId: 'client-id', clientSecret: 'client-secret' };
const redirectUri = 'http://localhost:3000/oauth/amazon/callback';

let dataDir: string;
let simulators: RunningSimulators;
let config: Config['amazon'];
let amazon: AmazonSeller;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'perennial-amazon-'));
  simulators = await startSimulators({
    dataDir,
    callbackUrl: redirectUri,
    amazon: application,
    commerce: { consumerKey: 'a', consumerSecret: 'b', accessToken: 'c', accessTokenSecret: 'd' },
  });
  const { url } = simulators;
  config = {
    ...application,
    lwaUrl: url,
    spapiUrl: { NA: url, EU: url },
    sellerCentralUrl: { US: url, CA: url, MX: url, GB: url },
  };
  amazon = createAmazonSeller(config, {
    userAgent: 'Perennial/test',
    clientSecrets: fixedSecret(application.clientSecret),
  });
});
afterAll(async () => {
  await simulators.close();
  await rm(dataDir, { recursive: true });
});
afterEach(() => fetch(`${simulators.url}/simulator/faults`, { method: 'DELETE' }));

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(simulators.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return response.headers.get('content-type')?.includes('json') ? response.json() : undefined;
}

async function consentAs(seller: string): Promise<string> {
  const consentUrl = createConsentUrl(config)({ country: 'US', state: 'state-1', redirectUri });
  const { callbackUrl } = z
    .object({ callbackUrl: z.string() })
    .parse(await post('/simulator/approve', { consentUrl, seller }));
  const { searchParams } = new URL(callbackUrl);
  expect(searchParams.get('state')).toBe('state-1');
  return searchParams.get('spapi_oauth_code') ?? '';
}

async function refreshTokenOf(seller: string): Promise<string> {
  const answer = await amazon.exchangeCode(await consentAs(seller), redirectUri);
  if (answer.kind !== 'exchanged') throw new Error(`Expected a token but got ${answer.kind}`);
  return answer.refreshToken;
}

it('lists the marketplaces of a seller who consented', async () => {
  const answer = await amazon.listParticipations(await refreshTokenOf('seller-list@example.com'), 'NA');
  if (answer.kind !== 'participations') throw new Error(answer.kind);
  const countries = answer.participations
    .filter(({ isParticipating }) => isParticipating)
    .map(({ countryCode }) => countryCode);
  expect(new Set(countries)).toEqual(new Set(['US', 'CA', 'MX']));
});

it('rejects a code the second time', async () => {
  const code = await consentAs('seller-twice@example.com');
  expect(await amazon.exchangeCode(code, redirectUri)).toMatchObject({ kind: 'exchanged' });
  expect(await amazon.exchangeCode(code, redirectUri)).toEqual({ kind: 'code_rejected' });
});

it('reports that an individual account is not eligible', async () => {
  const code = await consentAs('individual@example.com');
  expect(await amazon.exchangeCode(code, redirectUri)).toEqual({ kind: 'account_not_eligible' });
});

it.each([
  ['revoked', 'grant_refused'],
  ['false_403', 'token_refused'],
  ['forbidden', 'access_denied'],
])('reads the fault %s as %s', async (fault, kind) => {
  const seller = `seller-${fault.replace('_', '-')}@example.com`;
  const refreshToken = await refreshTokenOf(seller);
  await post('/simulator/faults', { kind: fault, seller, seconds: 60 });
  expect(await amazon.listParticipations(refreshToken, 'NA')).toMatchObject({ kind });
});

it('reports an exchange that brought no refresh token', async () => {
  const seller = 'seller-no-token@example.com';
  const code = await consentAs(seller);
  await post('/simulator/faults', { kind: 'no_refresh_token', seller, count: 1 });
  expect(await amazon.exchangeCode(code, redirectUri)).toEqual({ kind: 'no_refresh_token' });
});

it.each([
  ['invalid_client', 'application'],
  ['throttled', 'throttled'],
  ['outage', 'outage'],
])('treats the fault %s as an AmazonFault', async (kind, faultKind) => {
  const seller = 'seller-faults@example.com';
  const refreshToken = await refreshTokenOf(seller);
  await post('/simulator/faults', { kind, seller, count: 1 });
  await expect(amazon.listParticipations(refreshToken, 'NA')).rejects.toMatchObject({ kind: faultKind });
  expect(await amazon.listParticipations(refreshToken, 'NA')).toMatchObject({ kind: 'participations' });
});

it('says whose token it is, and describes the account', async () => {
  const seller = 'seller-proof@example.com';
  const refreshToken = await refreshTokenOf(seller);
  const sellers = z
    .object({ items: z.array(z.object({ email: z.string(), sellingPartnerId: z.string() })) })
    .parse(await (await fetch(`${simulators.url}/simulator/sellers`)).json());
  const { sellingPartnerId } = sellers.items.find(({ email }) => email === seller) ?? {};
  expect(await amazon.identifySeller(refreshToken, 'US')).toEqual({ kind: 'identified', sellerId: sellingPartnerId });
  expect(await amazon.describeAccount(refreshToken, 'NA')).toEqual({
    kind: 'account',
    name: 'Business of seller-proof (PROFESSIONAL)',
  });
});

it.each([
  ['no_fees_role', 'role_missing'],
  ['revoked', 'grant_refused'],
  ['false_403', 'token_refused'],
  // Whether the role is the cause, the participations decide.
  ['forbidden', 'role_missing'],
])('tells the fault %s of the proof as %s', async (kind, answer) => {
  const seller = `seller-proof-${kind.replaceAll('_', '-')}@example.com`;
  const refreshToken = await refreshTokenOf(seller);
  await post('/simulator/faults', { kind, seller, seconds: 60 });
  expect(await amazon.identifySeller(refreshToken, 'US')).toMatchObject({ kind: answer });
});
