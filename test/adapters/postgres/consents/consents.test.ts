import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addStore,
  changeOf,
  giveConsent,
  inOneHour,
  openStoreWorld,
  queriesWaiting,
  redirectUri,
  type StoreWorld,
} from '../store-harness.ts';

let world: StoreWorld;
let storeId: string;
let linkId: string;
beforeAll(async () => {
  world = await openStoreWorld();
  storeId = await addStore(world);
  const { token } = await world.links.createLink(storeId, inOneHour());
  linkId = (await world.links.findLink(token))?.linkId ?? '';
});
afterAll(() => world.close());

async function begin(expiresAt = inOneHour()) {
  const browserId = randomUUID();
  const { state } = await world.consents.beginConsent({ storeId, linkId, browserId, redirectUri, expiresAt });
  return {
    state,
    browserId,
    code: `code-${randomUUID()}`,
    sellingPartnerId: 'A1',
    receivedAt: new Date().toISOString(),
  };
}

describe('old access', () => {
  it('is forgotten a while after it ended, but for consents that were given', async () => {
    const store = await addStore(world);
    const long = await world.links.createLink(store, '2020-01-01T00:00:00.000Z');
    const fresh = await world.links.createLink(store, inOneHour());
    const begun = await begin('2020-01-01T00:00:00.000Z');
    const { consentId } = await giveConsent(world, store, 'A1OLD');
    await world.database('consents').where({ id: consentId }).update({ expires_at: '2020-01-01T00:00:00Z' });
    await world.watch.forgetOldAccess('2021-01-01T00:00:00.000Z');
    expect(await world.links.findLink(long.token)).toBeUndefined();
    expect(await world.links.findLink(fresh.token)).toBeDefined();
    expect(await world.consents.findConsentByState(begun.state)).toBeUndefined();
    expect(await world.consents.findConsent(consentId)).toBeDefined();
  });
});

describe('a callback', () => {
  it('is taken with its code sealed', async () => {
    const callback = await begin();
    const answer = await world.consents.takeCallback(callback);
    expect(answer).toMatchObject({ kind: 'taken', consent: { storeId, sellingPartnerId: 'A1', delivered: false } });
    const consentId = answer.kind === 'taken' ? answer.consent.consentId : '';
    expect(await world.consents.loadConsent(consentId)).toEqual({
      consentId,
      storeId,
      country: 'US',
      sellingPartnerId: 'A1',
      redirectUri,
      code: callback.code,
    });
    expect(await world.consents.findConsentByState(callback.state)).toEqual({ consentId, storeId });
  });

  it('is one consent when it comes twice at once', async () => {
    const callback = await begin();
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.consents.takeCallback(callback)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]?.kind).toBe('taken');
    const other = await begin();
    const codes = ['one', 'two', 'three'].map((code) => world.consents.takeCallback({ ...other, code }));
    const kinds = (await Promise.all(codes)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['taken', 'unknown_state', 'unknown_state']);
  });

  it('is taken with one code when another waits for the same state', async () => {
    const callback = await begin();
    const holder = await world.database.transaction();
    await holder('consents').forUpdate();
    const answers = ['one', 'two'].map((code) => world.consents.takeCallback({ ...callback, code }));
    await queriesWaiting(world, 2);
    await holder.commit();
    const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['taken', 'unknown_state']);
  });

  it('shows the first outcome when it comes again, even late', async () => {
    const callback = await begin();
    const first = await world.consents.takeCallback(callback);
    const consentId = first.kind === 'taken' ? first.consent.consentId : '';
    await world.consents.markDelivered(consentId);
    await world.stores.recordChange(changeOf(storeId, { consent: { consentId, outcome: 'connected' } }));
    const again = { ...callback, receivedAt: new Date(Date.now() + 86_400_000).toISOString() };
    const consent = { consentId, storeId, sellingPartnerId: 'A1', delivered: true, outcome: 'connected' };
    expect(await world.consents.takeCallback(again)).toEqual({ kind: 'taken', consent });
    expect(await world.consents.findConsent(consentId)).toEqual(consent);
  });

  it('from a wrong browser or none burns nothing', async () => {
    const callback = await begin();
    const { browserId: _none, ...withoutBrowser } = callback;
    expect(await world.consents.takeCallback({ ...callback, browserId: 'other' })).toEqual({ kind: 'wrong_browser' });
    expect(await world.consents.takeCallback(withoutBrowser)).toEqual({ kind: 'wrong_browser' });
    expect(await world.consents.takeCallback({ ...callback, state: 'made-up' })).toEqual({ kind: 'unknown_state' });
    expect(await world.consents.takeCallback(callback)).toMatchObject({ kind: 'taken' });
    expect(await world.consents.takeCallback({ ...callback, browserId: 'other' })).toEqual({ kind: 'wrong_browser' });
  });

  it('is too late after its state has expired', async () => {
    const callback = await begin(new Date(Date.now() - 1000).toISOString());
    expect(await world.consents.takeCallback(callback)).toEqual({ kind: 'state_expired' });
  });

  it('leaves no code for a deleted store', async () => {
    const doomed = await addStore(world);
    const browserId = randomUUID();
    const { token } = await world.links.createLink(doomed, inOneHour());
    const link = await world.links.findLink(token);
    const { state } = await world.consents.beginConsent({
      storeId: doomed,
      linkId: link?.linkId ?? '',
      browserId,
      redirectUri,
      expiresAt: inOneHour(),
    });
    await world.stores.recordChange(changeOf(doomed, { status: 'deleted' }));
    const callback = { state, browserId, code: 'c', sellingPartnerId: 'A1', receivedAt: new Date().toISOString() };
    expect(await world.consents.takeCallback(callback)).toEqual({ kind: 'unknown_state' });
    expect(await world.consents.findConsentByState(state)).toMatchObject({ storeId: doomed });
  });
});
