import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addStore,
  changeOf,
  giveConsent,
  inOneHour,
  openStoreHarness,
  queriesWaiting,
  redirectUri,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
let storeId: string;
let linkId: string;
beforeAll(async () => {
  harness = await openStoreHarness();
  storeId = await addStore(harness);
  const { token } = await harness.connectLinks.createLink(storeId, inOneHour());
  linkId = (await harness.connectLinks.findLink(token))?.linkId ?? '';
});
afterAll(() => harness.close());

async function begin(expiresAt = inOneHour()) {
  const browserId = randomUUID();
  const { state } = await harness.consents.beginConsent({ storeId, linkId, browserId, redirectUri, expiresAt });
  return {
    state,
    browserId,
    code: `code-${randomUUID()}`,
    sellingPartnerId: 'A1',
    receivedAt: new Date().toISOString(),
  };
}

describe('expired access', () => {
  it('is pruned, except consents that were given', async () => {
    const store = await addStore(harness);
    const expired = await harness.connectLinks.createLink(store, '2020-01-01T00:00:00.000Z');
    const fresh = await harness.connectLinks.createLink(store, inOneHour());
    const begun = await begin('2020-01-01T00:00:00.000Z');
    const { consentId } = await giveConsent(harness, store, 'A1OLD');
    await harness.database('consents').where({ id: consentId }).update({ expires_at: '2020-01-01T00:00:00Z' });
    await harness.consents.pruneExpired('2021-01-01T00:00:00.000Z', Date.now() + 60_000);
    expect(await harness.connectLinks.findLink(expired.token)).toBeUndefined();
    expect(await harness.connectLinks.findLink(fresh.token)).toBeDefined();
    expect(await harness.consents.findConsentByState(begun.state)).toBeUndefined();
    expect(await harness.consents.findConsent(consentId)).toBeDefined();
  });

  it('is pruned in batches, until its time is over', async () => {
    const store = await addStore(harness);
    const addLinks = `insert into connect_links (id, token_hash, store_id, expires_at)
      select gen_random_uuid(), 'old ' || n, ?, '2020-01-01' from generate_series(1, 4500) n`;
    await harness.database.raw(addLinks, [store]);
    const count = async () => (await harness.database('connect_links').where('store_id', store).pluck('id')).length;
    await harness.consents.pruneExpired('2021-01-01T00:00:00.000Z', Date.now());
    expect(await count()).toBe(4500);
    await harness.consents.pruneExpired('2021-01-01T00:00:00.000Z', Date.now() + 60_000);
    expect(await count()).toBe(0);
  });

  it('closes consents that lead nowhere, and leaves those that are being verified', async () => {
    const atRest = await addStore(harness);
    const renewing = await addStore(harness);
    const given = [
      await giveConsent(harness, atRest, 'A1REST', { exchanged: false }),
      await giveConsent(harness, renewing, 'A1RENEWING'),
    ];
    const [forgotten = '', underWay = ''] = given.map(({ consentId }) => consentId);
    await harness.database('consents').whereIn('id', [forgotten, underWay]).update({ received_at: '2020-01-01' });
    const attempt = { consentId: underWay, returnTo: 'active' } as const;
    const state = { status: 'active', enabled: true, setUp: true, nextReminder: 0, attempt } as const;
    await harness.stores.recordChange(changeOf(renewing, { carried: { store: state, seq: 3, consents: [underWay] } }));
    await harness.consents.pruneExpired('2020-06-01T00:00:00.000Z', Date.now() + 60_000);
    expect(await harness.database('consents').where({ id: forgotten }).first()).toMatchObject({
      ...{ sealed_code: null, sealed_refresh_token: null },
      outcome: { code: 'code_expired' },
    });
    const kept = await harness.database('consents').where({ id: underWay }).first();
    expect([kept.outcome, typeof kept.sealed_refresh_token]).toEqual([null, 'string']);
  });
});

describe('a callback', () => {
  it('is received with its code sealed', async () => {
    const callback = await begin();
    const answer = await harness.consents.receiveCallback(callback);
    expect(answer).toMatchObject({ kind: 'received', consent: { storeId, sellingPartnerId: 'A1', delivered: false } });
    const consentId = answer.kind === 'received' ? answer.consent.consentId : '';
    expect(await harness.consents.loadConsent(consentId)).toEqual({
      consentId,
      storeId,
      country: 'US',
      sellingPartnerId: 'A1',
      receivedAt: callback.receivedAt,
      redirectUri,
      code: callback.code,
      isAdopted: false,
    });
    expect(await harness.consents.findConsentByState(callback.state)).toEqual({ consentId, storeId });
  });

  it('is one consent when it arrives several times concurrently', async () => {
    const callback = await begin();
    const answers = await Promise.all([1, 2, 3, 4].map(() => harness.consents.receiveCallback(callback)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]?.kind).toBe('received');
    const other = await begin();
    const codes = ['one', 'two', 'three'].map((code) => harness.consents.receiveCallback({ ...other, code }));
    expect(new Set((await Promise.all(codes)).map((answer) => JSON.stringify(answer)))).toHaveLength(1);
  });

  it('is one consent with the first code when another waits for the same state', async () => {
    const callback = await begin();
    const holder = await harness.database.transaction();
    await holder('consents').forUpdate();
    const answers = ['one', 'two'].map((code) => harness.consents.receiveCallback({ ...callback, code }));
    await queriesWaiting(harness, 2);
    await holder.commit();
    const [first, second] = await Promise.all(answers);
    expect(first).toMatchObject({ kind: 'received' });
    expect(second).toEqual(first);
  });

  it('returns the first outcome when it is repeated, even late', async () => {
    const callback = await begin();
    const first = await harness.consents.receiveCallback(callback);
    const consentId = first.kind === 'received' ? first.consent.consentId : '';
    await harness.consents.markDelivered(consentId);
    await harness.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome: 'connected' } }));
    const repeated = { ...callback, receivedAt: new Date(Date.now() + 86_400_000).toISOString() };
    const consent = { consentId, storeId, sellingPartnerId: 'A1', delivered: true, outcome: 'connected' };
    expect(await harness.consents.receiveCallback(repeated)).toEqual({ kind: 'received', consent });
    expect(await harness.consents.findConsent(consentId)).toEqual(consent);
  });

  it('changes nothing when it comes from a wrong browser or none', async () => {
    const callback = await begin();
    const { browserId: _none, ...withoutBrowser } = callback;
    expect(await harness.consents.receiveCallback({ ...callback, browserId: 'other' })).toEqual({
      kind: 'wrong_browser',
    });
    expect(await harness.consents.receiveCallback(withoutBrowser)).toEqual({ kind: 'wrong_browser' });
    expect(await harness.consents.receiveCallback({ ...callback, state: 'made-up' })).toEqual({
      kind: 'unknown_state',
    });
    expect(await harness.consents.receiveCallback(callback)).toMatchObject({ kind: 'received' });
    expect(await harness.consents.receiveCallback({ ...callback, browserId: 'other' })).toEqual({
      kind: 'wrong_browser',
    });
  });

  it('is rejected after its state has expired', async () => {
    const callback = await begin(new Date(Date.now() - 1000).toISOString());
    expect(await harness.consents.receiveCallback(callback)).toEqual({ kind: 'state_expired' });
  });

  it('is not received for a deleted store', async () => {
    const deleted = await addStore(harness);
    const browserId = randomUUID();
    const { token } = await harness.connectLinks.createLink(deleted, inOneHour());
    const link = await harness.connectLinks.findLink(token);
    const { state } = await harness.consents.beginConsent({
      storeId: deleted,
      linkId: link?.linkId ?? '',
      browserId,
      redirectUri,
      expiresAt: inOneHour(),
    });
    await harness.stores.recordChange(changeOf(deleted, { status: 'deleted' }));
    const callback = { state, browserId, code: 'c', sellingPartnerId: 'A1', receivedAt: new Date().toISOString() };
    expect(await harness.consents.receiveCallback(callback)).toEqual({ kind: 'unknown_state' });
    expect(await harness.consents.findConsentByState(state)).toMatchObject({ storeId: deleted });
  });
});

describe('the end of a store', () => {
  it('cancels a consent that is received while the store is being deleted, and destroys its code', async () => {
    const ending = await addStore(harness);
    const browserId = randomUUID();
    const begun = { storeId: ending, browserId, redirectUri, expiresAt: inOneHour() };
    const { state } = await harness.consents.beginConsent(begun);
    const holder = await harness.database.transaction();
    await holder('stores').where({ id: ending }).forUpdate();
    const deleted = harness.stores.recordChange(changeOf(ending, { status: 'deleted' }));
    await queriesWaiting(harness, 1);
    const callback = { state, browserId, code: 'c', sellingPartnerId: 'A1', receivedAt: new Date().toISOString() };
    const received = harness.consents.receiveCallback(callback);
    await queriesWaiting(harness, 2);
    await holder.commit();
    await deleted;
    await received;
    const rows = await harness.database('consents').where({ store_id: ending });
    expect(rows).toMatchObject([{ sealed_code: null }]);
    expect(rows.filter((row) => row.received_at && !row.outcome)).toEqual([]);
  });

  it('cancels a consent that was received and has no outcome yet', async () => {
    const ending = await addStore(harness);
    const { consentId } = await giveConsent(harness, ending, 'A1ENDED', { exchanged: false });
    await harness.stores.recordChange(changeOf(ending, { status: 'deleted' }));
    expect(await harness.database('consents').where({ id: consentId }).first()).toMatchObject({
      ...{ sealed_code: null, sealed_refresh_token: null },
      outcome: { code: 'disconnected_by_admin' },
    });
  });
});

describe('a change that ends several attempts', () => {
  it('settles each consent once and destroys what is sealed', async () => {
    const store = await addStore(harness);
    const [older, newer] = [await giveConsent(harness, store, 'A1TWO'), await giveConsent(harness, store, 'A1TWO')];
    const outcome = { code: 'superseded', params: {} } as const;
    const change = changeOf(store, {
      consent: { consentId: newer.consentId, outcome: 'connected' },
      otherConsents: [{ consentId: older.consentId, outcome }],
    });
    await harness.stores.recordChange(change);
    const byAdmin = { code: 'disconnected_by_admin', params: {} } as const;
    await harness.stores.recordChange(
      changeOf(store, { otherConsents: [{ consentId: older.consentId, outcome: byAdmin }] }),
    );
    expect(await harness.database('consents').where({ store_id: store }).orderBy('received_at')).toMatchObject([
      { outcome, sealed_code: null, sealed_refresh_token: null },
      { outcome: 'connected', sealed_code: null, sealed_refresh_token: null },
    ]);
  });
});

describe('a connect link', () => {
  it('is found by its token, appears on the timeline, and is stored as a hash', async () => {
    const expiresAt = inOneHour();
    const { token } = await harness.connectLinks.createLink(storeId, expiresAt);
    expect(await harness.connectLinks.findLink(token)).toMatchObject({ storeId, expiresAt });
    expect(await harness.connectLinks.findLink('made-up')).toBeUndefined();
    const { items } = await harness.stores.listTimeline(storeId, { limit: 1 });
    expect(items[0]).toMatchObject({ what: 'connect_link_created' });
    expect(JSON.stringify(await harness.database('connect_links'))).not.toContain(token);
  });
});
