import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, changeOf, findStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const nothing = async () => undefined;

describe('changing settings', () => {
  it('changes name, address and mapping, and adds a timeline entry without the address', async () => {
    const storeId = await addStore(harness);
    const change = {
      name: 'Renamed',
      email: 'moved@example.com',
      productIdType: 'asin',
      attributeCode: 'asin_code',
    } as const;
    const answer = await harness.stores.changeSettings(storeId, change, nothing);
    expect(answer).toMatchObject({ kind: 'changed', store: { id: storeId, ...change } });
    expect(await findStore(harness, storeId)).toMatchObject(change);
    const { items } = await harness.stores.listTimeline(storeId, { limit: 1 });
    expect(items[0]?.what).toBe('settings_changed');
    expect(items[0]?.params).toEqual({
      changes: [
        { field: 'name', name: 'Renamed' },
        { field: 'email' },
        { field: 'productMapping', mapping: { productIdType: 'asin', attributeCode: 'asin_code' } },
      ],
    });
    expect(JSON.stringify(items)).not.toContain('@');
  });

  it('clears the mapping, and accepts it only as a pair', async () => {
    const storeId = await addStore(harness, { productIdType: 'upc', attributeCode: 'upc' });
    await expect(harness.stores.changeSettings(storeId, { attributeCode: null }, nothing)).rejects.toThrow('pair');
    await harness.stores.changeSettings(storeId, { productIdType: null, attributeCode: null }, nothing);
    expect((await findStore(harness, storeId)).productIdType).toBeUndefined();
  });

  it('rejects a taken name before the callback, and accepts its own name in another case', async () => {
    const storeId = await addStore(harness, { name: 'Mine' });
    await addStore(harness, { name: 'Theirs' });
    let calls = 0;
    const beforeCommit = async () => void (calls += 1);
    expect(await harness.stores.changeSettings(storeId, { name: 'theirs' }, beforeCommit)).toEqual({
      kind: 'name_taken',
    });
    expect(calls).toBe(0);
    expect(await harness.stores.changeSettings(storeId, { name: 'MINE' }, beforeCommit)).toMatchObject({
      kind: 'changed',
    });
    expect(calls).toBe(1);
  });

  it('changes nothing when the callback fails', async () => {
    const storeId = await addStore(harness, { name: 'Steady' });
    const failing = () => Promise.reject(new Error('Temporal is unreachable'));
    await expect(harness.stores.changeSettings(storeId, { name: 'Shaky' }, failing)).rejects.toThrow('unreachable');
    expect(await findStore(harness, storeId)).toMatchObject({ name: 'Steady' });
    expect((await harness.stores.listTimeline(storeId, { limit: 9 })).items).toHaveLength(1);
  });

  it('does not find an unknown or deleted store', async () => {
    const storeId = await addStore(harness);
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
    for (const id of [storeId, randomUUID()])
      expect(await harness.stores.changeSettings(id, { name: 'X' }, nothing)).toEqual({ kind: 'not_found' });
  });
});
