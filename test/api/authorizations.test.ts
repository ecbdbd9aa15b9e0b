import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizationList } from '../../api/contract/authorizations.ts';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const store = async (id: string) => storeOf(await api.get(`/v1/stores/${id}`));

async function connectedSeller() {
  const seller = `seller-${randomUUID().slice(0, 8)}@example.com`;
  const { id } = await api.connectStore(seller);
  return { seller, ...(await store(id)), sellerId: (await store(id)).sellerId ?? '' };
}

describe('an existing authorization', () => {
  it('connects another store of the region without a second consent, until the same date', async () => {
    const first = await connectedSeller();
    const added = await api.addStore({ country: 'CA', sellerId: first.sellerId });
    expect(added.status).toBe(201);
    const { id } = storeOf(added);
    await eventually(async () => expect((await store(id)).status).toBe('active'));
    expect(await store(id)).toMatchObject({
      sellerId: first.sellerId,
      enabled: true,
      authorizedAt: first.authorizedAt,
      expiresAt: first.expiresAt,
    });
    const answer = await api.get(`/v1/authorizations?sellerId=${first.sellerId}`);
    const { items } = authorizationList.parse(answer.body);
    expect(items).toHaveLength(1);
    expect(items[0]?.stores.map(({ country }) => country).toSorted()).toEqual(['CA', 'US']);
    expect(items[0]?.marketplaces).toContainEqual({
      countryCode: 'MX',
      isParticipating: true,
      hasSuspendedListings: false,
    });
    expect(answer.text).not.toContain('Atzr');
  });

  it('is renewed for every store of the region at once', async () => {
    const first = await connectedSeller();
    const { id } = storeOf(await api.addStore({ country: 'MX', sellerId: first.sellerId }));
    await eventually(async () => expect((await store(id)).status).toBe('active'));
    const browser = createBrowser();
    await browser.get(await api.consent(browser, await api.makeLink(id), first.seller));
    await eventually(async () => {
      const [us, mx] = await Promise.all([store(first.id), store(id)]);
      expect(us.expiresAt).toBe(mx.expiresAt);
      expect(Date.parse(us.expiresAt ?? '')).toBeGreaterThan(Date.parse(first.expiresAt ?? ''));
    });
  });

  it.each([
    ['an unknown seller', 'A1UNKNOWN', 'US', 'covers United States'],
    ['another region', undefined, 'GB', 'covers United Kingdom'],
  ])('is not found for %s, reported together with other errors', async (_what, unknown, country, words) => {
    const sellerId = unknown ?? (await connectedSeller()).sellerId;
    const answer = await api.addStore({ country, sellerId, website: 'nowhere' });
    expect(answer.status).toBe(422);
    const { errors } = problemOf(answer);
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/website', '/sellerId']);
    expect(errors[1]?.detail).toContain(words);
  });

  it('serves one store per country', async () => {
    const first = await connectedSeller();
    const answer = await api.addStore({ country: 'US', sellerId: first.sellerId });
    expect(answer.status).toBe(409);
    expect(problemOf(answer)).toMatchObject({ code: 'store_exists' });
    expect(problemOf(answer).detail).toContain(first.name);
  });
});
