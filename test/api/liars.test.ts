import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { adminToken, type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { type Browser, createBrowser, storeOf } from './http-client.ts';
import { importRows } from './import-file.ts';

/** Different lies every time; a failure names the seed. */
const seed = Date.now() % 1_000_000;
const storeCount = 50;
const liarCount = 100;
const concurrency = 5;

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

interface Victim {
  readonly storeId: string;
  readonly sellerId: string;
}
const kinds = [
  'own link',
  'link of the victim',
  'undisguised',
  'import',
  'login',
  'mail of a login',
  'login of an operator',
] as const;
interface Lie {
  readonly kind: (typeof kinds)[number];
  readonly victim: Victim;
  readonly country: 'US' | 'CA';
}

const newSeller = (kind: string) => `seller-${kind}-${randomUUID().slice(0, 8)}@example.com`;

async function victims(): Promise<readonly Victim[]> {
  const found: Victim[] = [];
  for (let index = 0; index < storeCount; index += concurrency)
    found.push(...(await Promise.all(Array.from({ length: concurrency }, (_none, nth) => victim(index + nth)))));
  return found;
}

/** Every tenth was disconnected by an admin. */
async function victim(index: number): Promise<Victim> {
  const { id } = await eventually(() => api.connectStore(newSeller('victim')));
  const { sellerId = '' } = storeOf(await api.get(`/v1/stores/${id}`));
  if (index % 10 === 0) await api.call('POST', `/v1/stores/${id}/disconnect`);
  return { storeId: id, sellerId };
}

/** What a lie must not move. */
async function stateOf({ storeId }: Victim): Promise<object> {
  const { status, sellerId, sellerProof, authorizedAt, expiresAt } = storeOf(await api.get(`/v1/stores/${storeId}`));
  const messages = await api.database('message_stores').where({ store_id: storeId }).count('* as count');
  const authorization = await api.records.authorizations.loadAuthorization(storeId);
  return { storeId, status, sellerId, sellerProof, authorizedAt, expiresAt, authorization, messages };
}

/** A token that is good at Amazon, and the liar's. */
async function tokenOfLiar(): Promise<string> {
  const { id } = await api.connectStore(newSeller('liar'));
  return (await api.records.authorizations.loadAuthorization(id))?.refreshToken ?? '';
}

/** Returns the store that the liar has afterwards, if any. */
async function tell({ kind, victim: { storeId, sellerId }, country }: Lie, token: string): Promise<string | undefined> {
  switch (kind) {
    case 'own link': {
      const { id } = await eventually(async () => storeOf(await api.addStore({ country })));
      await consent(id, sellerId);
      return id;
    }
    case 'link of the victim':
      await consent(storeId, sellerId);
      return undefined;
    case 'undisguised':
      await consent(storeId);
      return undefined;
    case 'import': {
      const authorizedAt = new Date().toISOString();
      const line = { website: 'base', email: 'liar@example.com', name: uniqueName(), country };
      const { rows } = await importRows(api, [{ ...line, sellerId, refreshToken: token, authorizedAt }]);
      expect(rows[0]?.problem?.code).toBe('seller_mismatch');
      return rows[0]?.storeId;
    }
    case 'login': {
      const browser = createBrowser();
      const page = await browser.get((await loginAs(sellerId)).href);
      expect([page.status, browser.cookies.size]).toEqual([403, 0]);
      return undefined;
    }
    case 'mail of a login': {
      const fields = Object.fromEntries((await loginAs(sellerId)).searchParams);
      const page = await createBrowser().post(`${api.url}/oauth/amazon/login/link`, fields, { origin: api.url });
      expect(page.status).toBe(200);
      return undefined;
    }
    case 'login of an operator': {
      const { id } = await eventually(async () => storeOf(await api.addStore({ country })));
      await eventually(() => api.makeLink(id));
      const browser = createBrowser();
      await browser.post(`${api.url}/sign-in`, { token: adminToken }, { origin: api.url });
      const liar = newSeller('liar');
      const fields = { ...Object.fromEntries((await loginAs(sellerId, liar)).searchParams), store: id };
      const chosen = await browser.post(`${api.url}/oauth/amazon/login`, fields, { origin: api.url });
      await finish(browser, await api.approve(chosen.headers.get('location') ?? '', liar), sellerId);
      return id;
    }
  }
}

/** As Seller Central sends the browser of `liar`, with the id of the victim. */
async function loginAs(sellerId: string, liar = newSeller('liar')): Promise<URL> {
  const response = await fetch(`${api.simulatorUrl}/simulator/authorize-again`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seller: liar }),
  });
  const { loginUrl } = z.object({ loginUrl: z.string() }).parse(await response.json());
  const login = new URL(loginUrl);
  login.searchParams.set('selling_partner_id', sellerId);
  return login;
}

/** A stranger's consent for the store, whose callback claims another seller. */
async function consent(storeId: string, claimedId?: string): Promise<void> {
  const browser = createBrowser();
  // A new store that was answered with 202 gets its links a moment later.
  const link = await eventually(() => api.makeLink(storeId));
  await finish(browser, await api.consent(browser, link, newSeller('liar')), claimedId);
}

/** It is refused, also when it is opened once more, and there is nothing to undo. */
async function finish(browser: Browser, callbackUrl: string, claimedId?: string): Promise<void> {
  const callback = new URL(callbackUrl);
  if (claimedId !== undefined) callback.searchParams.set('selling_partner_id', claimedId);
  const page = await browser.stay(callback.href);
  expect(page.text).toContain('could not be connected');
  expect((await browser.get(callback.href)).text).toContain('could not be connected');
  const [outcome] = /\/oauth\/amazon\/outcome\/[\w.-]+/.exec(page.text) ?? [];
  expect((await browser.post(`${api.url}${outcome}/undo`, {})).status).toBe(410);
}

it(
  'a hundred liars over fifty stores move nothing',
  async () => {
    const sellers = await victims();
    const token = await tokenOfLiar();
    const before = await Promise.all(sellers.map(stateOf));
    const lie: fc.Arbitrary<Lie> = fc.record({
      kind: fc.constantFrom(...kinds),
      victim: fc.constantFrom(...sellers),
      country: fc.constantFrom('US', 'CA'),
    });
    const lies = fc.sample(lie, { numRuns: liarCount, seed });
    const told: (string | undefined)[] = [];
    for (let index = 0; index < lies.length; index += concurrency) {
      const batch = lies.slice(index, index + concurrency);
      told.push(...(await Promise.all(batch.map((next) => tell(next, token)))));
    }
    expect(await Promise.all(sellers.map(stateOf)), `seed ${seed}`).toEqual(before);
    for (const storeId of told.filter((id) => id !== undefined)) {
      const { status, sellerId } = storeOf(await api.get(`/v1/stores/${storeId}`));
      expect([status, sellerId], `seed ${seed}`).toEqual(['awaiting_authorization', undefined]);
    }
  },
  limitMs(240_000),
);
