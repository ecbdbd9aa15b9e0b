import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  openStoreHarness,
  requestStore,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const request = { website: 'base', email: 'a@example.com', name: 'Amazon Store USA', country: 'US' } as const;

describe('a request', () => {
  it('is the same store for the same key and body, and a conflict for another body', async () => {
    const storeId = randomUUID();
    const input = { idempotencyKey: randomUUID(), fingerprint: 'one', request };
    expect(await harness.stores.insertRequest({ ...input, storeId })).toEqual({
      kind: 'saved',
      storeId,
      isRepeated: false,
    });
    expect(await harness.stores.insertRequest({ ...input, storeId: randomUUID() })).toEqual({
      kind: 'saved',
      storeId,
      isRepeated: true,
    });
    const other = { ...input, storeId: randomUUID(), fingerprint: 'two' };
    expect(await harness.stores.insertRequest(other)).toEqual({ kind: 'conflict' });
  });

  it('is one store when the same key arrives several times concurrently', async () => {
    const idempotencyKey = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        harness.stores.insertRequest({ storeId: randomUUID(), idempotencyKey, fingerprint: 'one', request }),
      ),
    );
    expect(new Set(results.map((result) => (result.kind === 'saved' ? result.storeId : result.kind)))).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'saved' && !result.isRepeated)).toHaveLength(1);
  });

  it('is always a new store without a key', async () => {
    const input = { fingerprint: 'one', request };
    for (const storeId of [randomUUID(), randomUUID()])
      expect(await harness.stores.insertRequest({ ...input, storeId })).toMatchObject({ storeId, isRepeated: false });
  });

  it('is visible as `creating` from its acceptance until it is recorded, in the same place of the list', async () => {
    const storeId = randomUUID();
    await harness.stores.insertRequest({ storeId, fingerprint: 'f', request: { ...request, name: 'Seen early' } });
    expect(await harness.stores.findStore(storeId)).toBeUndefined();
    await harness.stores.markRequestAccepted(storeId);
    const early = await findStore(harness, storeId);
    expect(early).toMatchObject({ ...request, name: 'Seen early', status: 'creating', enabled: false, setUp: false });
    await harness.stores.createStore(storeId);
    expect(await findStore(harness, storeId)).toMatchObject({ createdAt: early.createdAt, email: request.email });
  });
});

describe('creating a store', () => {
  it('happens once, however often it is attempted', async () => {
    const storeId = await requestStore(harness);
    for (let round = 0; round < 3; round += 1)
      expect(await harness.stores.createStore(storeId)).toEqual({ outcome: 'created' });
    expect(await harness.database('stores').where({ id: storeId })).toHaveLength(1);
  });

  it('fails for a store that was never requested', async () => {
    await expect(harness.stores.createStore(randomUUID())).rejects.toThrow('was never requested');
  });

  it('refuses a taken name, in any case, at every attempt', async () => {
    await addStore(harness, { name: 'Énough' });
    const storeId = await requestStore(harness, { name: 'éNOUGH', email: 'refused@example.com' });
    const refusal = { code: 'store_name_taken', params: { name: 'éNOUGH' } };
    expect(await harness.stores.createStore(storeId)).toEqual({ outcome: 'refused', reason: refusal });
    expect(await harness.stores.createStore(storeId)).toEqual({ outcome: 'refused', reason: refusal });
    expect(await harness.stores.findStore(storeId)).toEqual({ refused: refusal });
    expect(await harness.stores.findStoreByName('ÉNOUGH')).toBeDefined();
    const [kept] = await harness.database('store_requests').where({ store_id: storeId });
    expect(JSON.stringify(kept)).not.toContain('refused@example.com');
  });

  it('gives a name to one of several concurrent requests', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => requestStore(harness, { name: 'Contended' })));
    const outcomes = await Promise.all(ids.map((id) => harness.stores.createStore(id)));
    expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(7);
  });

  it('reuses the name of a deleted store', async () => {
    const first = await addStore(harness, { name: 'Reused' });
    await harness.stores.recordChange(changeOf(first, { status: 'deleted', enabled: false }));
    const second = await requestStore(harness, { name: 'reused' });
    expect(await harness.stores.createStore(second)).toEqual({ outcome: 'created' });
  });

  it('refuses a seller who has another store for the country', async () => {
    const first = await addStore(harness, { name: 'The first' });
    await connectStore(harness, first, 'A-CREATE');
    const second = await requestStore(harness, { sellerId: 'A-CREATE' });
    expect(await harness.stores.createStore(second)).toEqual({
      outcome: 'refused',
      reason: {
        code: 'store_exists',
        params: { sellerId: 'A-CREATE', country: 'United States', existing: 'The first' },
      },
    });
  });
});
