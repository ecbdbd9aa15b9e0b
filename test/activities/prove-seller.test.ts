import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sealingContexts } from '../../adapters/postgres/db/sealing-contexts.ts';
import { addStore, findStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;

beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
afterAll(() => harness.close());
afterEach(async () => {
  await harness.clearFaults();
  await harness.database('alarm_notices').delete();
  await harness.database('alarms').delete();
});

const newSeller = (): string => `seller-${randomUUID()}@example.com`;

/** A consent of `seller` for the store, whose callback claims `claimedId`. */
async function consentOf(storeId: string, seller: string, claimedId?: string): Promise<string> {
  const { consentId } = await harness.giveConsent(storeId, seller, 'US', claimedId);
  expect(await run.exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'exchanged' });
  return consentId;
}

/** The seller's real id. */
async function idOf(seller: string): Promise<string> {
  return (await harness.giveConsent(await addStore(harness), seller)).sellerId;
}

async function connectedSeller() {
  const { storeId, seller } = await connectedStore(harness);
  const { sellerId = '' } = await findStore(harness, storeId);
  return { storeId, seller, sellerId };
}

/** A store that never had a seller belongs to none. */
const claimed = (store: string) => (/new store|another store/.test(store) ? { claimedBy: 'consent' } : {});

const authorizations = () => harness.database('grants').orderBy('id');
const openAlarms = async () => {
  const { items } = await harness.alarms.listAlarms({ limit: 10 });
  return items.filter(({ kind, closedAt }) => kind === 'seller_unproven' && closedAt === undefined);
};

describe('the seller of a consent', () => {
  it('is proven by Amazon, and the store says so', async () => {
    const { storeId } = await connectedSeller();
    expect((await findStore(harness, storeId)).sellerProof).toBe('proven');
  });

  it.each<[string, (victim: Awaited<ReturnType<typeof connectedSeller>>) => Promise<string>]>([
    ["the victim's own store", async ({ storeId }) => storeId],
    ['a new store of the liar', () => addStore(harness)],
    [
      'a store that was disconnected',
      async ({ storeId }) => {
        await run.forgetAuthorization(storeId);
        return storeId;
      },
    ],
  ])('is refused when the callback claims another, for %s', async (what, storeOf) => {
    const victim = await connectedSeller();
    const liar = newSeller();
    const actual = await idOf(liar);
    const storeId = await storeOf(victim);
    const before = await authorizations();
    const consentId = await consentOf(storeId, liar, victim.sellerId);
    expect(await run.verifyConnection(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { expected: victim.sellerId, actual, ...claimed(what) } },
    });
    // Not even when the workflow ignored the refusal.
    expect(await run.adoptAuthorization(consentId)).toMatchObject({ outcome: 'refused' });
    expect(await authorizations()).toEqual(before);
  });

  it('is refused when it is not the seller of the store', async () => {
    const victim = await connectedSeller();
    const liar = newSeller();
    const consentId = await consentOf(victim.storeId, liar);
    expect(await run.verifyConnection(consentId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { expected: victim.sellerId } },
    });
  });
});

describe('a seller whom Amazon cannot prove', () => {
  it('is only claimed, with an alarm that names the roles and closes with the next proof', async () => {
    const seller = newSeller();
    await harness.fault({ kind: 'no_fees_role' });
    const storeId = await addStore(harness);
    const consentId = await consentOf(storeId, seller);
    expect(await run.verifyConnection(consentId)).toMatchObject({ outcome: 'verified' });
    await run.adoptAuthorization(consentId);
    expect((await findStore(harness, storeId)).sellerProof).toBe('claimed');
    expect(await openAlarms()).toMatchObject([{ params: { roles: expect.stringContaining('Product Listing') } }]);

    const renewal = await consentOf(storeId, seller);
    expect(await run.verifyConnection(renewal)).toMatchObject({ outcome: 'verified' });

    await harness.clearFaults();
    const proven = await consentOf(storeId, seller);
    await run.verifyConnection(proven);
    await run.adoptAuthorization(proven);
    expect((await findStore(harness, storeId)).sellerProof).toBe('proven');
    expect(await openAlarms()).toEqual([]);
  });

  it.each(['renewal', 'another store'])('is refused when the accounts differ: %s', async (what) => {
    const victim = await connectedSeller();
    await harness.fault({ kind: 'no_fees_role' });
    const storeId = what === 'renewal' ? victim.storeId : await addStore(harness, { country: 'CA' });
    const before = await authorizations();
    const consentId = await consentOf(storeId, newSeller(), victim.sellerId);
    expect(await run.verifyConnection(consentId)).toEqual({
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { expected: victim.sellerId, ...claimed(what) } },
    });
    expect(await authorizations()).toEqual(before);
  });

  it('is not accepted because Amazon refuses the token to compare with for a while', async () => {
    const victim = await connectedSeller();
    await harness.fault({ kind: 'no_fees_role' });
    await harness.fault({ kind: 'false_403', seller: victim.seller, count: 1 });
    const consentId = await consentOf(victim.storeId, newSeller(), victim.sellerId);
    await expect(run.verifyConnection(consentId)).rejects.toMatchObject({ type: 'amazon_refusal' });
    expect(await run.verifyConnection(consentId)).toMatchObject({ reason: { code: 'seller_mismatch' } });
  });

  it('opens no alarm when Amazon refuses every call', async () => {
    const seller = newSeller();
    const consentId = await consentOf(await addStore(harness), seller);
    await harness.fault({ kind: 'forbidden', seller });
    await run.verifyConnection(consentId).catch(() => undefined);
    expect(await openAlarms()).toEqual([]);
  });
});

describe('a reused authorization', () => {
  it("is refused when its token is another seller's", async () => {
    const victim = await connectedSeller();
    const liar = await connectedSeller();
    const stolen = await harness.authorizations.loadAuthorization(liar.storeId);
    await harness
      .database('grants')
      .where({ selling_partner_id: victim.sellerId })
      .update({
        sealed_refresh_token: await harness.vault.seal(
          stolen?.refreshToken ?? '',
          sealingContexts.authorizationToken(victim.sellerId, 'NA'),
        ),
      });
    const storeId = await addStore(harness, { country: 'CA', sellerId: victim.sellerId });
    expect(await run.verifyReuse(storeId)).toMatchObject({
      outcome: 'refused',
      reason: { code: 'seller_mismatch', params: { actual: liar.sellerId } },
    });
  });

  it('passes its proof on to the store', async () => {
    const { sellerId } = await connectedSeller();
    const storeId = await addStore(harness, { country: 'CA', sellerId });
    await run.verifyReuse(storeId);
    await run.reuseAuthorization(storeId);
    expect((await findStore(harness, storeId)).sellerProof).toBe('proven');
  });
});
