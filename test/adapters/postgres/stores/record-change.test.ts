import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reason } from '../../../../domain/reasons.ts';
import {
  addStore,
  changeOf,
  findStore,
  giveConsent,
  inOneHour,
  openStoreWorld,
  type StoreWorld,
} from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const period = { authorizedAt: '2031-01-01T00:00:00.000Z', expiresAt: '2032-01-01T00:00:00.000Z' };
const next = { what: 'renewal_request', at: '2031-12-02T00:00:00.000Z' } as const;
const minute = (n: number) => new Date(Date.UTC(2031, 0, 1, 0, n)).toISOString();

async function entriesOf(storeId: string) {
  return (await world.reader.listTimeline(storeId, { limit: 100 })).items;
}

describe('recording a change', () => {
  it('shows it in the store and on the timeline', async () => {
    const storeId = await addStore(world);
    const entry = { what: 'active', text: 'Connected.' } as const;
    await world.stores.recordChange(changeOf(storeId, { at: minute(1), authorization: period, next, entry }));
    expect(await findStore(world, storeId)).toMatchObject({
      status: 'active',
      statusSince: minute(1),
      enabled: true,
      setUp: true,
      ...period,
      next,
    });
    expect((await entriesOf(storeId))[0]).toMatchObject({ at: minute(1), ...entry, status: 'active' });
  });

  it('is effective once per key, also when attempts run at once', async () => {
    const storeId = await addStore(world);
    const change = changeOf(storeId, { at: minute(1) });
    await Promise.all([1, 2, 3, 4].map(() => world.stores.recordChange(change)));
    expect(await entriesOf(storeId)).toHaveLength(2);
  });

  it('lets no late attempt overwrite what is newer, and tells it all the same', async () => {
    const storeId = await addStore(world);
    const why = reason('authorization_expired');
    await world.stores.recordChange(changeOf(storeId, { at: minute(9), status: 'expired', reason: why }));
    const late = changeOf(storeId, { at: minute(8), status: 'renewal_due' });
    await world.stores.recordChange(late);
    expect(await findStore(world, storeId)).toMatchObject({ status: 'expired', reason: why });
    expect(await entriesOf(storeId)).toHaveLength(3);
  });

  it('tells a known change once, and still lets a workflow that was reset take the step again', async () => {
    const storeId = await addStore(world);
    const first = changeOf(storeId, { at: minute(1), status: 'active' });
    await world.stores.recordChange(first);
    await world.stores.recordChange(changeOf(storeId, { at: minute(2), status: 'renewal_due' }));
    const told = await entriesOf(storeId);
    await world.stores.recordChange({ ...first, at: minute(3) });
    expect(await findStore(world, storeId)).toMatchObject({ status: 'active' });
    expect(await entriesOf(storeId)).toEqual(told);
  });

  it('keeps since when a status holds, and forgets what no longer holds', async () => {
    const storeId = await addStore(world);
    const why = reason('not_participating');
    await world.stores.recordChange(changeOf(storeId, { at: minute(1), authorization: period, next, reason: why }));
    await world.stores.recordChange(changeOf(storeId, { at: minute(2), enabled: false }));
    const store = await findStore(world, storeId);
    expect(store).toMatchObject({ statusSince: minute(1), enabled: false, setUp: true });
    expect(store).not.toHaveProperty('reason');
    expect(store).not.toHaveProperty('expiresAt');
    expect(store).not.toHaveProperty('next');
  });

  it('settles a consent once and destroys its secrets', async () => {
    const storeId = await addStore(world);
    const { consentId } = await giveConsent(world, storeId, 'A-SETTLE');
    const outcome = reason('not_participating', { sellerId: 'A-SETTLE' });
    await world.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome } }));
    await world.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome: 'connected' } }));
    expect(await world.consents.findConsent(consentId)).toMatchObject({ outcome });
    expect(await world.consents.loadConsent(consentId)).toBeUndefined();
  });

  it('leaves a tombstone of a deleted store: no address, no links, nothing revives it', async () => {
    const storeId = await addStore(world, { name: 'Buried', website: 'europe' });
    const { token } = await world.links.createLink(storeId, inOneHour());
    await giveConsent(world, storeId, 'A-BURIED', { exchanged: false });
    await world.stores.recordChange(changeOf(storeId, { status: 'deleted', enabled: false }));
    await world.stores.recordChange(changeOf(storeId, { status: 'active' }));
    expect(await findStore(world, storeId)).toMatchObject({
      status: 'deleted',
      name: 'Buried',
      website: 'europe',
      email: '',
    });
    expect(await world.links.findLink(token)).toBeUndefined();
    const secrets = await world.database('consents').where({ store_id: storeId }).whereNotNull('sealed_code');
    expect(secrets).toEqual([]);
  });
});

describe('a note on the timeline', () => {
  it('stands there once per key', async () => {
    const storeId = await addStore(world);
    const note = { what: 'amazon_unavailable', text: 'Amazon does not answer.' } as const;
    await Promise.all([1, 2, 3].map(() => world.stores.noteOnTimeline(storeId, 'fault/1', note)));
    await world.stores.noteOnTimeline(storeId, 'fault/2', note);
    const notes = (await entriesOf(storeId)).filter(({ what }) => what === 'amazon_unavailable');
    expect(notes).toHaveLength(2);
    expect(notes[0]).not.toHaveProperty('status');
  });
});
