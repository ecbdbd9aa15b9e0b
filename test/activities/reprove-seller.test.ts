import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createActivities } from '../../activities/create-activities.ts';
import { sealingContexts } from '../../adapters/postgres/db/sealing-contexts.ts';
import { addStore, changeOf, findStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;
beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
beforeEach(async () => {
  await harness.database('stores').update({ status: 'expired' });
  await harness.database('alarm_notices').delete();
  await harness.database('alarms').delete();
});
afterEach(() => harness.clearFaults());
afterAll(() => harness.close());

type Connected = Awaited<ReturnType<typeof connectedStore>>;

const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
const round = () => environment.run(createActivities(harness.deps).checkDueConnections);
const isDue = (grantId: string, columns: object = {}) =>
  harness
    .database('grants')
    .where({ id: grantId })
    .update({ checked_at: new Date(0), ...columns });
const proofOf = async (storeId: string) => (await findStore(harness, storeId)).sellerProof;
const openAlarm = (kind: 'wrong_seller' | 'seller_unproven', subject = '') =>
  harness.alarms.findOpenAlarm(kind, subject);
const mismatchOf = ({ sellerId }: Connected) => openAlarm('wrong_seller', `${sellerId}/NA`);

/** Connected while our application lacked the role. */
async function claimedStore(): Promise<Connected> {
  await harness.fault({ kind: 'no_fees_role' });
  const store = await connectedStore(harness);
  await harness.clearFaults();
  expect(await proofOf(store.storeId)).toBe('claimed');
  await isDue(store.grantId);
  return store;
}

/** A liar has connected a store as the victim, while its seller could not be proven. */
async function storeOfLiar(): Promise<Connected & { actual: string; victim: string }> {
  const victim = newSeller();
  const { sellerId: claimed } = await harness.giveConsent(await addStore(harness), victim);
  const liar = newSeller();
  const { sellerId: actual } = await harness.giveConsent(await addStore(harness), liar);
  await harness.fault({ kind: 'no_fees_role' });
  const storeId = await addStore(harness);
  const { consentId, sellerId } = await harness.giveConsent(storeId, liar, 'US', claimed);
  const grantId = await adopt(storeId, consentId);
  await harness.clearFaults();
  await isDue(grantId);
  return { storeId, seller: liar, sellerId, grantId, actual, victim };
}

/** As the workflow of the store does; returns the id of the authorization. */
async function adopt(storeId: string, consentId: string): Promise<string> {
  await run.exchangeAuthorizationCode(consentId);
  await run.verifyConnection(consentId);
  const adopted = await run.adoptAuthorization(consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { grantId, authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return grantId;
}

const newSeller = () => `seller-${randomUUID()}@example.com`;
const logSchema = z.object({ items: z.array(z.object({ endpoint: z.string(), seller: z.string().optional() })) });

/** How often an estimate of fees was requested with a token of the seller. */
async function proofsOf(seller: string): Promise<number> {
  const log = logSchema.parse(await (await fetch(`${harness.lwaUrl}/simulator/log`)).json());
  return log.items.filter((request) => request.seller === seller && request.endpoint.includes('/fees/')).length;
}

describe('the weekly check of a seller who is only claimed', () => {
  it('proves the seller when the role has arrived, and closes the alarm', async () => {
    const [first, second] = [await claimedStore(), await claimedStore()];
    expect(await openAlarm('seller_unproven')).toBeDefined();
    await harness.fault({ kind: 'no_fees_role', seller: second.seller });
    await round();
    expect([await proofOf(first.storeId), await proofOf(second.storeId)]).toEqual(['proven', 'claimed']);
    expect(await openAlarm('seller_unproven')).toBeDefined();
    await harness.clearFaults();
    await isDue(second.grantId);
    await round();
    expect(await proofOf(second.storeId)).toBe('proven');
    expect(await openAlarm('seller_unproven')).toBeUndefined();
  });

  it('opens the alarm for a store of an older release, and changes nothing else', async () => {
    const store = await connectedStore(harness);
    await isDue(store.grantId, { seller_proof: null });
    await harness.fault({ kind: 'no_fees_role' });
    expect(await round()).toMatchObject({ checked: 1, failing: 0, suspects: [] });
    expect([await proofOf(store.storeId), await openAlarm('seller_unproven')]).toEqual(['claimed', expect.anything()]);
  });
});

describe("the weekly check of a token that is another seller's", () => {
  it('opens an alarm and stops every store that uses it, after asking Amazon a second time', async () => {
    const store = await storeOfLiar();
    const { storeId, sellerId, actual } = store;
    expect(await round()).toMatchObject({ suspects: [storeId] });
    expect(await mismatchOf(store)).toMatchObject({ params: { sellerId, actual, region: 'NA' } });
    const proofs = await proofsOf(store.seller);
    expect(await run.checkConnection(storeId)).toMatchObject({
      outcome: 'failing',
      reason: { code: 'seller_mismatch', params: { expected: sellerId, actual } },
    });
    expect(await proofsOf(store.seller)).toBe(proofs + 1);
    expect(await harness.authorizations.listAuthorizations(sellerId)).toEqual([]);
  });

  it.each(['with', 'without'])('closes the alarm when the right seller consents, %s the role', async (role) => {
    const store = await storeOfLiar();
    await round();
    await run.recordChange(changeOf(store.storeId, { status: 'disconnected' }));
    if (role === 'without') await harness.fault({ kind: 'no_fees_role' });
    const { consentId } = await harness.giveConsent(store.storeId, store.victim);
    await adopt(store.storeId, consentId);
    await round();
    expect(await mismatchOf(store)).toBeUndefined();
    expect(await proofOf(store.storeId)).toBe(role === 'with' ? 'proven' : 'claimed');
  });

  it('closes the alarm when no store uses the token any more', async () => {
    const store = await storeOfLiar();
    await round();
    await run.forgetAuthorization(store.storeId);
    await round();
    expect(await mismatchOf(store)).toBeUndefined();
  });

  it('stops no store while Amazon names other sellers for a large share of the fleet', async () => {
    const stores = [await storeOfLiar(), await storeOfLiar(), await storeOfLiar()];
    expect(await round()).toMatchObject({ failing: 3, isBreakerOpen: true, suspects: [] });
    await expect(run.checkConnection(stores[0]?.storeId ?? '')).rejects.toMatchObject({ type: 'amazon_outage' });
    await harness.database('stores').update({ status: 'expired' });
    for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ isBreakerOpen });
  });
});

describe('the proof of a proven seller', () => {
  it('is repeated with each weekly check, not with one on request in between', async () => {
    const store = await connectedStore(harness);
    const proofs = await proofsOf(store.seller);
    await isDue(store.grantId);
    await round();
    await run.checkConnection(store.storeId);
    expect(await proofsOf(store.seller)).toBe(proofs);
    await isDue(store.grantId, { proved_at: new Date(Date.now() - 6 * 86_400_000) });
    await round();
    expect(await proofsOf(store.seller)).toBe(proofs + 1);
  });

  it('is not lost with the role', async () => {
    const store = await connectedStore(harness);
    await isDue(store.grantId, { proved_at: null });
    await harness.fault({ kind: 'no_fees_role' });
    await round();
    expect(await proofOf(store.storeId)).toBe('proven');
    expect(await openAlarm('seller_unproven')).toBeUndefined();
  });

  it('finds a token that was exchanged for that of another seller', async () => {
    const [store, other] = [await connectedStore(harness), await connectedStore(harness)];
    const { refreshToken = '' } = (await harness.authorizations.loadAuthorization(other.storeId)) ?? {};
    const sealed = await harness.vault.seal(refreshToken, sealingContexts.authorizationToken(store.sellerId, 'NA'));
    await isDue(store.grantId, { sealed_refresh_token: sealed, proved_at: new Date(0) });
    expect(await round()).toMatchObject({ suspects: [store.storeId] });
    expect(await mismatchOf(store)).toBeDefined();
  });
});
