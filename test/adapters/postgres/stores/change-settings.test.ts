import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, changeOf, findStore, inOneHour, openStoreWorld, type StoreWorld } from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const nothing = async () => undefined;

describe('changing settings', () => {
  it('changes name, address and mapping, and tells it without the address', async () => {
    const storeId = await addStore(world);
    const change = {
      name: 'Renamed',
      email: 'moved@example.com',
      productIdType: 'asin',
      attributeCode: 'asin_code',
    } as const;
    const answer = await world.settings.changeSettings(storeId, change, nothing);
    expect(answer).toMatchObject({ kind: 'changed', store: { id: storeId, ...change } });
    expect(await findStore(world, storeId)).toMatchObject(change);
    const { items } = await world.reader.listTimeline(storeId, { limit: 1 });
    expect(items[0]?.what).toBe('settings_changed');
    expect(items[0]?.text).toContain('"Renamed"');
    expect(items[0]?.text).toContain('e-mail address was changed');
    expect(items[0]?.text).not.toContain('@');
  });

  it('clears the mapping, and takes it only as a pair', async () => {
    const storeId = await addStore(world, { productIdType: 'upc', attributeCode: 'upc' });
    await expect(world.settings.changeSettings(storeId, { attributeCode: null }, nothing)).rejects.toThrow('pair');
    await world.settings.changeSettings(storeId, { productIdType: null, attributeCode: null }, nothing);
    expect(await findStore(world, storeId)).not.toHaveProperty('productIdType');
  });

  it('refuses a taken name without telling anybody, and takes its own in another case', async () => {
    const storeId = await addStore(world, { name: 'Mine' });
    await addStore(world, { name: 'Theirs' });
    let told = 0;
    const tell = async () => void (told += 1);
    expect(await world.settings.changeSettings(storeId, { name: 'theirs' }, tell)).toEqual({ kind: 'name_taken' });
    expect(told).toBe(0);
    expect(await world.settings.changeSettings(storeId, { name: 'MINE' }, tell)).toMatchObject({ kind: 'changed' });
    expect(told).toBe(1);
  });

  it('changes nothing when telling fails', async () => {
    const storeId = await addStore(world, { name: 'Steady' });
    const failing = () => Promise.reject(new Error('Temporal is away'));
    await expect(world.settings.changeSettings(storeId, { name: 'Shaky' }, failing)).rejects.toThrow('away');
    expect(await findStore(world, storeId)).toMatchObject({ name: 'Steady' });
    expect((await world.reader.listTimeline(storeId, { limit: 9 })).items).toHaveLength(1);
  });

  it('knows no store that is unknown or deleted', async () => {
    const storeId = await addStore(world);
    await world.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
    for (const id of [storeId, randomUUID()])
      expect(await world.settings.changeSettings(id, { name: 'X' }, nothing)).toEqual({ kind: 'not_found' });
  });
});

describe('a connect link', () => {
  it('is found by its token, is told on the timeline, and is kept as a hash', async () => {
    const storeId = await addStore(world);
    const expiresAt = inOneHour();
    const { token } = await world.links.createLink(storeId, expiresAt);
    expect(await world.links.findLink(token)).toMatchObject({ storeId, expiresAt });
    expect(await world.links.findLink('made-up')).toBeUndefined();
    const { items } = await world.reader.listTimeline(storeId, { limit: 1 });
    expect(items[0]).toMatchObject({ what: 'connect_link_created' });
    expect(JSON.stringify(await world.database('connect_links'))).not.toContain(token);
  });
});

describe('a sign-in code', () => {
  it('works once, also when it is used twice at once', async () => {
    const { code } = await world.signInCodes.createCode(inOneHour());
    const uses = await Promise.all([1, 2, 3].map(() => world.signInCodes.useCode(code)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await world.signInCodes.useCode(code)).toBeUndefined();
  });

  it('is worth nothing when it has expired or was never made', async () => {
    const { code } = await world.signInCodes.createCode(new Date(Date.now() - 1000).toISOString());
    expect(await world.signInCodes.useCode(code)).toBeUndefined();
    expect(await world.signInCodes.useCode('made-up')).toBeUndefined();
  });
});
