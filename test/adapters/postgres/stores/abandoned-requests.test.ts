import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStore, connectStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

/** A request that was answered with 503, so many hours ago. */
async function unansweredRequest(hours: number, sellerId?: string): Promise<string> {
  const storeId = randomUUID();
  const request = { website: 'base', email: 'a@example.com', name: storeId, country: 'CA', sellerId } as const;
  await harness.stores.insertRequest({ storeId, idempotencyKey: storeId, fingerprint: 'f', request });
  const createdAt = new Date(Date.now() - hours * 3_600_000);
  await harness.database('store_requests').where({ store_id: storeId }).update({ created_at: createdAt });
  return storeId;
}

const hasRequest = async (storeId: string) =>
  (await harness.database('store_requests').where({ store_id: storeId }).first('store_id')) !== undefined;
const hasToken = async (sellerId: string) =>
  (await harness.database('grants').where({ selling_partner_id: sellerId }).first()).sealed_refresh_token !== null;

describe('a request that was answered with 503 and never repeated', () => {
  it('is abandoned after a day', async () => {
    const [young, old] = [await unansweredRequest(23), await unansweredRequest(25)];
    const accepted = await unansweredRequest(25);
    await harness.stores.markRequestAccepted(accepted);
    const abandoned = await harness.stores.listAbandonedRequests(100);
    expect(abandoned).toContain(old);
    expect(abandoned).not.toContain(young);
    expect(abandoned).not.toContain(accepted);
  });

  it('is forgotten with its e-mail address, and its key may be used again', async () => {
    const storeId = await unansweredRequest(25);
    await harness.stores.forgetAbandonedRequest(storeId);
    expect(await hasRequest(storeId)).toBe(false);
    const request = { website: 'base', email: 'b@example.com', name: storeId, country: 'CA' } as const;
    const again = { storeId, idempotencyKey: storeId, fingerprint: 'other', request };
    expect(await harness.stores.insertRequest(again)).toMatchObject({ kind: 'saved', isRepeated: false });
  });

  it('keeps the refresh token of its seller until then, and not longer', async () => {
    const sellerId = 'A1ABANDONED';
    const storeId = await addStore(harness);
    await connectStore(harness, storeId, sellerId);
    const requested = await unansweredRequest(25, sellerId);
    await harness.authorizations.forgetAuthorization(storeId);
    expect(await hasToken(sellerId)).toBe(true);
    await harness.stores.forgetAbandonedRequest(requested);
    expect(await hasToken(sellerId)).toBe(false);
  });

  it('stays when it was accepted meanwhile', async () => {
    const storeId = await unansweredRequest(25);
    await harness.stores.markRequestAccepted(storeId);
    await harness.stores.forgetAbandonedRequest(storeId);
    expect(await hasRequest(storeId)).toBe(true);
  });
});
