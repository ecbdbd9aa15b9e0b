import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  openStoreWorld,
  requestStore,
  type StoreWorld,
} from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const request = { website: 'base', email: 'a@example.com', name: 'Amazon Store USA', country: 'US' } as const;

describe('a noted request', () => {
  it('is the same store for the same key and body, and a conflict for another body', async () => {
    const storeId = randomUUID();
    const note = { idempotencyKey: randomUUID(), fingerprint: 'one', request };
    expect(await world.requests.noteRequest({ ...note, storeId })).toEqual({ kind: 'noted', storeId, repeated: false });
    expect(await world.requests.noteRequest({ ...note, storeId: randomUUID() })).toEqual({
      kind: 'noted',
      storeId,
      repeated: true,
    });
    const other = { ...note, storeId: randomUUID(), fingerprint: 'two' };
    expect(await world.requests.noteRequest(other)).toEqual({ kind: 'conflict' });
  });

  it('is one store when the same key comes twice at once', async () => {
    const idempotencyKey = randomUUID();
    const notes = await Promise.all(
      Array.from({ length: 8 }, () =>
        world.requests.noteRequest({ storeId: randomUUID(), idempotencyKey, fingerprint: 'one', request }),
      ),
    );
    expect(new Set(notes.map((note) => (note.kind === 'noted' ? note.storeId : note.kind)))).toHaveLength(1);
    expect(notes.filter((note) => note.kind === 'noted' && !note.repeated)).toHaveLength(1);
  });

  it('is always a new one without a key', async () => {
    const note = { fingerprint: 'one', request };
    for (const storeId of [randomUUID(), randomUUID()])
      expect(await world.requests.noteRequest({ ...note, storeId })).toMatchObject({ storeId, repeated: false });
  });

  it('is seen as `creating` from its acceptance until it is recorded, at the same place', async () => {
    const storeId = randomUUID();
    await world.requests.noteRequest({ storeId, fingerprint: 'f', request: { ...request, name: 'Seen early' } });
    expect(await world.reader.findStore(storeId)).toBeUndefined();
    await world.requests.markAccepted(storeId);
    const early = await findStore(world, storeId);
    expect(early).toMatchObject({ ...request, name: 'Seen early', status: 'creating', enabled: false, setUp: false });
    await world.stores.createStore(storeId);
    expect(await findStore(world, storeId)).toMatchObject({ createdAt: early.createdAt, email: request.email });
  });
});

describe('creating a store', () => {
  it('is done once, however often it is asked', async () => {
    const storeId = await requestStore(world);
    for (let round = 0; round < 3; round += 1)
      expect(await world.stores.createStore(storeId)).toEqual({ outcome: 'created' });
    expect(await world.database('stores').where({ id: storeId })).toHaveLength(1);
  });

  it('fails for a store that nobody asked for', async () => {
    await expect(world.stores.createStore(randomUUID())).rejects.toThrow('Nobody has asked');
  });

  it('refuses a name that is taken, in any case, and goes on refusing', async () => {
    await addStore(world, { name: 'Énough' });
    const storeId = await requestStore(world, { name: 'éNOUGH', email: 'refused@example.com' });
    const refusal = { code: 'store_name_taken', params: { name: 'éNOUGH' } };
    expect(await world.stores.createStore(storeId)).toEqual({ outcome: 'refused', reason: refusal });
    expect(await world.stores.createStore(storeId)).toEqual({ outcome: 'refused', reason: refusal });
    expect(await world.reader.findStore(storeId)).toEqual({ refused: refusal });
    expect(await world.requests.findStoreByName('ÉNOUGH')).toBeDefined();
    const [kept] = await world.database('store_requests').where({ store_id: storeId });
    expect(JSON.stringify(kept)).not.toContain('refused@example.com');
  });

  it('gives a name to one of those who ask for it at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => requestStore(world, { name: 'Contended' })));
    const outcomes = await Promise.all(ids.map((id) => world.stores.createStore(id)));
    expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(7);
  });

  it('takes the name of a deleted store', async () => {
    const first = await addStore(world, { name: 'Reused' });
    await world.stores.recordChange(changeOf(first, { status: 'deleted', enabled: false }));
    const second = await requestStore(world, { name: 'reused' });
    expect(await world.stores.createStore(second)).toEqual({ outcome: 'created' });
  });

  it('refuses a seller whose country has a store', async () => {
    const first = await addStore(world, { name: 'The first' });
    await connectStore(world, first, 'A-CREATE');
    const second = await requestStore(world, { sellerId: 'A-CREATE' });
    expect(await world.stores.createStore(second)).toEqual({
      outcome: 'refused',
      reason: {
        code: 'store_exists',
        params: { sellerId: 'A-CREATE', country: 'United States', existing: 'The first' },
      },
    });
  });
});
