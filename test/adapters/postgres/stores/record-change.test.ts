import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reason } from '../../../../domain/reasons.ts';
import { timelineEntry } from '../../../../domain/timeline.ts';
import {
  addStore,
  changeOf,
  findStore,
  giveConsent,
  inOneHour,
  openStoreHarness,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const period = { authorizedAt: '2031-01-01T00:00:00.000Z', expiresAt: '2032-01-01T00:00:00.000Z' };
const next = { what: 'renewal_request', at: '2031-12-02T00:00:00.000Z' } as const;
const minute = (n: number) => new Date(Date.UTC(2031, 0, 1, 0, n)).toISOString();

async function entriesOf(storeId: string) {
  return (await harness.stores.listTimeline(storeId, { limit: 100 })).items;
}

describe('recording a change', () => {
  it('updates the store and adds a timeline entry', async () => {
    const storeId = await addStore(harness);
    const entry = timelineEntry('active', { sellerId: 'A1', expiresAt: period.expiresAt });
    await harness.stores.recordChange(changeOf(storeId, { at: minute(1), authorization: period, next, entry }));
    expect(await findStore(harness, storeId)).toMatchObject({
      status: 'active',
      statusSince: minute(1),
      enabled: true,
      setUp: true,
      ...period,
      next,
    });
    expect((await entriesOf(storeId))[0]).toMatchObject({ at: minute(1), ...entry, status: 'active' });
  });

  it('takes effect once per key, also when attempts are concurrent', async () => {
    const storeId = await addStore(harness);
    const change = changeOf(storeId, { at: minute(1) });
    await Promise.all([1, 2, 3, 4].map(() => harness.stores.recordChange(change)));
    expect(await entriesOf(storeId)).toHaveLength(2);
  });

  it('does not overwrite a newer change, but adds the entry of the late one', async () => {
    const storeId = await addStore(harness);
    const why = reason('authorization_expired');
    await harness.stores.recordChange(changeOf(storeId, { at: minute(9), status: 'expired', reason: why }));
    const late = changeOf(storeId, { at: minute(8), status: 'renewal_due' });
    await harness.stores.recordChange(late);
    expect(await findStore(harness, storeId)).toMatchObject({ status: 'expired', reason: why });
    expect(await entriesOf(storeId)).toHaveLength(3);
  });

  it('adds an entry once and still applies the change again after a workflow was reset', async () => {
    const storeId = await addStore(harness);
    const first = changeOf(storeId, { at: minute(1), status: 'active' });
    await harness.stores.recordChange(first);
    await harness.stores.recordChange(changeOf(storeId, { at: minute(2), status: 'renewal_due' }));
    const entries = await entriesOf(storeId);
    await harness.stores.recordChange({ ...first, at: minute(3) });
    expect(await findStore(harness, storeId)).toMatchObject({ status: 'active' });
    expect(await entriesOf(storeId)).toEqual(entries);
  });

  it('keeps the start of an unchanged status and clears the rest', async () => {
    const storeId = await addStore(harness);
    const why = reason('not_participating', { sellerId: 'A1SELLER', country: 'Canada' });
    await harness.stores.recordChange(changeOf(storeId, { at: minute(1), authorization: period, next, reason: why }));
    await harness.stores.recordChange(changeOf(storeId, { at: minute(2), enabled: false }));
    const store = await findStore(harness, storeId);
    expect(store).toMatchObject({ statusSince: minute(1), enabled: false, setUp: true });
    expect([store.reason, store.expiresAt, store.next]).toEqual([undefined, undefined, undefined]);
  });

  it('settles a consent once and destroys its secrets', async () => {
    const storeId = await addStore(harness);
    const { consentId } = await giveConsent(harness, storeId, 'A-SETTLE');
    const outcome = reason('not_participating', { sellerId: 'A-SETTLE', country: 'Canada' });
    await harness.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome } }));
    await harness.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome: 'connected' } }));
    expect(await harness.consents.findConsent(consentId)).toMatchObject({ outcome });
    const { code, refreshToken } = (await harness.consents.loadConsent(consentId)) ?? {};
    expect([code, refreshToken]).toEqual([undefined, undefined]);
  });

  it('leaves a tombstone of a deleted store: no address, no links, no further changes', async () => {
    const storeId = await addStore(harness, { name: 'Deleted', website: 'europe' });
    const { token } = await harness.connectLinks.createLink(storeId, inOneHour());
    await giveConsent(harness, storeId, 'A-DELETED', { exchanged: false });
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted', enabled: false }));
    await harness.stores.recordChange(changeOf(storeId, { status: 'active' }));
    expect(await findStore(harness, storeId)).toMatchObject({
      status: 'deleted',
      name: 'Deleted',
      website: 'europe',
      email: '',
    });
    expect(await harness.connectLinks.findLink(token)).toBeUndefined();
    const secrets = await harness.database('consents').where({ store_id: storeId }).whereNotNull('sealed_code');
    expect(secrets).toEqual([]);
  });
});

describe('a timeline entry without a change', () => {
  it('is added once per key', async () => {
    const storeId = await addStore(harness);
    const entry = timelineEntry('amazon_unavailable', { cause: 'outage' });
    await Promise.all([1, 2, 3].map(() => harness.stores.addTimelineEntry(storeId, 'fault/1', entry)));
    await harness.stores.addTimelineEntry(storeId, 'fault/2', entry);
    const entries = (await entriesOf(storeId)).filter(({ what }) => what === 'amazon_unavailable');
    expect(entries).toHaveLength(2);
    expect(entries[0]?.status).toBeUndefined();
  });
});
