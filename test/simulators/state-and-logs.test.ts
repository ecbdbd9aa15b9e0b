import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { faultKinds } from '../../simulators/controls/faults.ts';
import { DurableMap } from '../../simulators/state/durable-map.ts';
import { client, startWorld } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.end());

const stateFolder = () => join(world.dataDir, 'simulator');
const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;

test('grants, codes, revocations and faults outlive a killed process', async () => {
  const kept = await world.connect('seller-1@example.com');
  const lost = await world.connect('seller-2@example.com');
  const unused = await world.approve('seller-3@example.com');
  const used = await world.approve('seller-3@example.com');
  await world.redeem(used);
  await world.fault({ kind: 'revoked', seller: 'seller-2@example.com' });
  await world.fault({ kind: 'suspended', count: 2 });
  await world.participations(kept.accessToken);
  await world.restart();
  expect(await statusOf(world.refresh(kept.refreshToken))).toBe(200);
  expect(await statusOf(world.refresh(lost.refreshToken))).toBe(400);
  expect(await statusOf(world.redeem(unused))).toBe(200);
  expect(await statusOf(world.redeem(used))).toBe(400);
  expect((await world.call('GET', '/simulator/faults')).body).toMatchObject({
    items: [{ kind: 'suspended', remaining: 1 }],
  });
  expect(await statusOf(world.participations(kept.accessToken))).toBe(200);
});

test('an accidental second start on the same port harms nothing', async () => {
  const again = startWorld({ dataDir: world.dataDir, port: Number(new URL(world.url).port) });
  await expect(again).rejects.toThrow('EADDRINUSE');
  const { refreshToken } = await world.connect('seller-1@example.com');
  await world.restart();
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
});

test('a line torn by a kill loses nothing else', async () => {
  const { refreshToken } = await world.connect('seller-1@example.com');
  appendFileSync(join(stateFolder(), 'grants.jsonl'), '{"put":"half","val');
  await world.restart();
  expect(await statusOf(world.refresh(refreshToken))).toBe(200);
  const after = await world.connect('seller-2@example.com');
  await world.restart();
  expect(await statusOf(world.refresh(after.refreshToken))).toBe(200);
});

test('a file that grew by changes is rewritten, with the newest of each', () => {
  const path = join(stateFolder(), 'counts.jsonl');
  const counts = new DurableMap(path, z.number(), (count) => count > 0);
  counts.put('none', 0);
  for (let count = 1; count <= 3000; count += 1) counts.put('one', count);
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(1100);
  counts.close();
  expect(() => counts.put('one', 1)).toThrow('closed');
  const again = new DurableMap(path, z.number());
  expect(again.entries()).toEqual([['one', 3000]]);
  again.close();
});

test('only we can read what it keeps', async () => {
  await world.connect('seller@example.com');
  expect(statSync(stateFolder()).mode & 0o777).toBe(0o700);
  const files = readdirSync(stateFolder());
  expect(files.toSorted()).toEqual([
    'application-secrets.jsonl',
    'codes.jsonl',
    'faults.jsonl',
    'grants.jsonl',
    'signing-key',
  ]);
  for (const file of files) expect(statSync(join(stateFolder(), file)).mode & 0o777).toBe(0o600);
});

test('logs each request on one line, and never a code, token or secret', async () => {
  const code = await world.approve('seller@example.com');
  const { body } = await world.redeem(code);
  const tokens = z.object({ access_token: z.string(), refresh_token: z.string() }).parse(body);
  await world.refresh(tokens.refresh_token);
  await world.participations(tokens.access_token);
  await world.fees(tokens.access_token);
  await world.call('GET', `/simulator/healthz?code=${code}`);
  const log = await world.call('GET', '/simulator/log');
  const sellers = await world.call('GET', '/simulator/sellers');
  expect(log.body).toMatchObject({
    items: [
      { endpoint: 'POST /auth/o2/token', seller: 'seller@example.com', status: 200, grantType: 'authorization_code' },
      { endpoint: 'POST /auth/o2/token', seller: 'seller@example.com', status: 200, grantType: 'refresh_token' },
      { endpoint: 'GET /sellers/v1/marketplaceParticipations', seller: 'seller@example.com', status: 200 },
      { endpoint: 'POST /products/fees/v0/items/B000000000/feesEstimate', seller: 'seller@example.com', status: 200 },
    ],
  });
  expect(sellers.body).toMatchObject({
    items: [{ email: 'seller@example.com', grants: 1, revokedGrants: 0, countries: ['US', 'CA', 'MX'] }],
  });
  const written = [...world.logLines, JSON.stringify(log.body), JSON.stringify(sellers.body)].join('\n');
  expect(world.logLines.map((line) => z.object({ path: z.string() }).parse(JSON.parse(line)).path)).toContain(
    '/auth/o2/token',
  );
  for (const secret of [code, tokens.access_token, tokens.refresh_token, client.client_secret, 'Atza', 'Atzr']) {
    expect(written).not.toContain(secret);
  }
});

test('the log can be read from a moment on, in pieces', async () => {
  await world.redeem('none');
  world.passTime(1000);
  const since = new Date(Date.now() + 500).toISOString();
  await world.redeem('none');
  await world.redeem('none');
  const items = async (query: string) =>
    z.object({ items: z.array(z.unknown()) }).parse((await world.call('GET', `/simulator/log${query}`)).body).items
      .length;
  expect(await items('')).toBe(3);
  expect(await items(`?since=${since}`)).toBe(2);
  expect(await items(`?since=${since}&limit=1`)).toBe(1);
  expect(await items('?after=0')).toBe(3);
  expect(await items('?after=1&limit=1')).toBe(1);
  expect(await items('?after=3')).toBe(0);
  expect(await statusOf(world.call('GET', '/simulator/log?since=yesterday'))).toBe(400);
  expect(await statusOf(world.call('GET', '/simulator/log?limit=0'))).toBe(400);
  expect(await statusOf(world.call('GET', '/simulator/log?after=-1'))).toBe(400);
});

test('tells every grant from the agreement to its revocation', async () => {
  const code = await world.approve('seller-1@example.com');
  world.passTime(2000);
  await world.redeem(code);
  world.passTime(2000);
  await world.fault({ kind: 'revoked', seller: 'seller-1@example.com' });
  await world.connect('seller-1@example.com');
  await world.restart();
  const { body } = await world.call('GET', '/simulator/grants');
  const moments = z.object({ agreedAt: z.iso.datetime(), grantedAt: z.iso.datetime() });
  const grants = z.object({ items: z.array(moments.extend({ revokedAt: z.iso.datetime().optional() })) }).parse(body);
  const [first, second] = grants.items;
  expect(Date.parse(first?.grantedAt ?? '') - Date.parse(first?.agreedAt ?? '')).toBe(2000);
  expect(Date.parse(first?.revokedAt ?? '') - Date.parse(first?.grantedAt ?? '')).toBe(2000);
  expect(second?.revokedAt).toBeUndefined();
  expect(JSON.stringify(body)).not.toContain('Atzr');
});

test('is alive, and lists its addresses, controls and faults', async () => {
  expect(await statusOf(world.call('GET', '/simulator/healthz'))).toBe(200);
  const { body } = await world.call('GET', '/');
  for (const words of [
    'Simulators of Amazon and Adobe Commerce',
    ...['/apps/authorize/consent', '/auth/o2/token', '/sellers/v1/marketplaceParticipations', '/sellers/v1/account'],
    ...['/products/fees/v0/items/{asin}/feesEstimate', '/rest/V1/'],
    ...['approve', 'authorize-again', 'faults', 'application', 'log', 'grants', 'sellers'].map(
      (control) => `/simulator/${control}`,
    ),
    ...faultKinds.map((kind) => `<code>${kind}</code>`),
  ]) {
    expect(body).toContain(words);
  }
  expect(await statusOf(world.call('GET', '/nothing'))).toBe(404);
});
