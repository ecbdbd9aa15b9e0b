import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, changeOf, findStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;
beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
afterAll(() => harness.close());

type Connected = Awaited<ReturnType<typeof connectedStore>>;

const tokenOf = async (storeId: string) => (await harness.authorizations.loadAuthorization(storeId))?.refreshToken;
const replaced = (consentId: string) =>
  harness.database('replaced_authorizations').where({ consent_id: consentId }).first();
const consentOf = async (storeId: string): Promise<string> => {
  const { id } = await harness.database('consents').where({ store_id: storeId }).whereNotNull('adopted_at').first('id');
  return id;
};

/** The seller consents once more, for this store. */
async function consentAgain(storeId: string, { seller }: Connected): Promise<string> {
  const { consentId } = await harness.giveConsent(storeId, seller);
  await run.exchangeAuthorizationCode(consentId);
  await run.verifyConnection(consentId);
  const adopted = await run.adoptAuthorization(consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return consentId;
}

async function undo(consentId: string) {
  await harness.consents.requestUndo(consentId);
  return run.undoAuthorization(consentId);
}

describe('undoing a consent', () => {
  it('detaches a store that was connected for the first time, and destroys the token', async () => {
    const store = await connectedStore(harness);
    const { sellerId, grantId } = store;
    expect(await undo(await consentOf(store.storeId))).toMatchObject({
      outcome: 'undone',
      undone: { sellerId, grantId },
    });
    expect(await tokenOf(store.storeId)).toBeUndefined();
    expect((await findStore(harness, store.storeId)).sellerId).toBeUndefined();
    const grant = await harness.database('grants').where({ id: grantId }).first();
    expect(grant.sealed_refresh_token).toBeNull();
  });

  it('brings back the token and the dates that a renewal has replaced, for the other stores as well', async () => {
    const store = await connectedStore(harness);
    const sibling = await addStore(harness, { country: 'CA', sellerId: store.sellerId });
    await run.reuseAuthorization(sibling);
    const before = await harness.authorizations.loadAuthorization(store.storeId);
    const consentId = await consentAgain(store.storeId, store);
    expect(await tokenOf(sibling)).not.toBe(before?.refreshToken);
    expect(await undo(consentId)).toMatchObject({
      outcome: 'undone',
      restored: { authorizedAt: before?.authorizedAt },
      siblings: [sibling],
    });
    // Its seller is proven again with the next check.
    expect(await harness.authorizations.loadAuthorization(store.storeId)).toEqual({ ...before, provedAt: undefined });
    expect(await tokenOf(sibling)).toBe(before?.refreshToken);
  });

  it("keeps the seller's authorization for the store that had it before a new store replaced it", async () => {
    const store = await connectedStore(harness);
    const before = await tokenOf(store.storeId);
    const other = await addStore(harness, { country: 'CA' });
    const consentId = await consentAgain(other, store);
    expect(await undo(consentId)).toMatchObject({ outcome: 'undone', siblings: [store.storeId] });
    expect([await tokenOf(store.storeId), await tokenOf(other)]).toEqual([before, undefined]);
    expect((await findStore(harness, other)).sellerId).toBeUndefined();
  });

  it.each(['damaged', null])('changes nothing when the former token cannot be opened any more: %j', async (sealed) => {
    const store = await connectedStore(harness);
    const consentId = await consentAgain(store.storeId, store);
    const renewed = await harness.authorizations.loadAuthorization(store.storeId);
    await harness.database('replaced_authorizations').update({ sealed_refresh_token: sealed });
    expect(await undo(consentId)).toEqual({ outcome: 'too_late' });
    expect(await harness.authorizations.loadAuthorization(store.storeId)).toEqual(renewed);
    expect(await replaced(consentId)).toMatchObject({ outcome: 'too_late', sealed_refresh_token: null });
  });

  it('has the same result when a worker dies before it is recorded', async () => {
    const consentId = await consentOf((await connectedStore(harness)).storeId);
    const first = await undo(consentId);
    expect(await run.undoAuthorization(consentId)).toEqual(first);
  });

  it('leaves no token of either authorization behind', async () => {
    const store = await connectedStore(harness);
    const consentId = await consentAgain(store.storeId, store);
    expect((await replaced(consentId)).sealed_refresh_token).toMatch(/^ey/);
    await undo(consentId);
    expect((await replaced(consentId)).sealed_refresh_token).toBeNull();
    const consents = await harness.database('consents').where({ store_id: store.storeId });
    for (const consent of consents) expect(consent.sealed_refresh_token).toBeNull();
  });

  it.each<[string, (consentId: string) => Promise<unknown>]>([
    [
      'a request that comes after ten minutes',
      (consentId) => endTime(consentId).then(() => harness.consents.requestUndo(consentId)),
    ],
    ['no request', async () => undefined],
  ])('changes nothing with %s', async (_what, request) => {
    const { storeId } = await connectedStore(harness);
    const consentId = await consentOf(storeId);
    await request(consentId);
    expect(await run.undoAuthorization(consentId)).toEqual({ outcome: 'too_late' });
    expect(await tokenOf(storeId)).toBeDefined();
  });

  it.each<[string, (store: Connected) => Promise<unknown>]>([
    ['something newer is in force', (store) => consentAgain(store.storeId, store)],
    ['an admin has disconnected the store', ({ storeId }) => run.forgetAuthorization(storeId)],
    ['the connection has ended', ({ storeId }) => run.recordChange(changeOf(storeId, { status: 'disconnected' }))],
  ])('is too late when %s', async (_what, happen) => {
    const store = await connectedStore(harness);
    const consentId = await consentOf(store.storeId);
    await harness.consents.requestUndo(consentId);
    await happen(store);
    const before = await harness.database('grants').where({ id: store.grantId }).first();
    expect(await run.undoAuthorization(consentId)).toEqual({ outcome: 'too_late' });
    expect(await harness.database('grants').where({ id: store.grantId }).first()).toEqual(before);
    expect(await harness.consents.findUndo(consentId)).toMatchObject({ state: 'too_late' });
    // Not even when the store is connected again.
    await run.recordChange(changeOf(store.storeId, { status: 'active' }));
    expect(await run.undoAuthorization(consentId)).toEqual({ outcome: 'too_late' });
  });
});

const endTime = (consentId: string) =>
  harness.database('replaced_authorizations').where({ consent_id: consentId }).update({ undo_until: new Date() });

describe('a replaced token', () => {
  const dayAgo = (consentId: string) =>
    harness
      .database('replaced_authorizations')
      .where({ consent_id: consentId })
      .update({ replaced_at: new Date(Date.now() - 86_400_001) });

  it('is destroyed a day later, unless an undo that was requested in time waits for it', async () => {
    const [kept, destroyed, young] = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const store = await connectedStore(harness);
        return consentAgain(store.storeId, store);
      }),
    );
    await harness.consents.requestUndo(kept ?? '');
    for (const consentId of [kept ?? '', destroyed ?? '']) await dayAgo(consentId);
    await harness.authorizations.destroyReplacedTokens();
    const isKept = async (id = '') => (await replaced(id)).sealed_refresh_token !== null;
    expect([await isKept(kept), await isKept(destroyed), await isKept(young)]).toEqual([true, false, true]);
    expect(await run.undoAuthorization(kept ?? '')).toMatchObject({ outcome: 'undone', restored: {} });
  });

  it('is destroyed with the store', async () => {
    const store = await connectedStore(harness);
    const consentId = await consentAgain(store.storeId, store);
    await run.forgetAuthorization(store.storeId);
    expect((await replaced(consentId)).sealed_refresh_token).toBeNull();
  });

  it('is sealed for its own place, and lies nowhere in clear', async () => {
    const store = await connectedStore(harness);
    const token = (await tokenOf(store.storeId)) ?? '';
    const consentId = await consentAgain(store.storeId, store);
    const { sealed_refresh_token: sealed } = await replaced(consentId);
    expect(await harness.vault.open(sealed, `replaced/${consentId}/token`)).toBe(token);
    const elsewhere = harness.vault.open(sealed, `replaced/${randomUUID()}/token`);
    await expect(elsewhere).rejects.toBeInstanceOf(Error);
  });
});
