import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;

beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
afterAll(() => harness.close());
afterEach(() => harness.clearFaults());

describe('a connection that Amazon refuses while Login with Amazon gives access tokens', () => {
  it('keeps asking while Amazon refuses a token that Login with Amazon has just given, and says so once', async () => {
    const { storeId, seller } = await connectedStore(harness);
    await harness.fault({ kind: 'false_403', seller });
    const check = runActivities(harness.deps);
    for (let attempts = 0; attempts < 4; attempts += 1)
      await expect(check.checkConnection(storeId)).rejects.toMatchObject({
        type: 'amazon_refusal',
        nonRetryable: false,
        message: expect.stringContaining('x-amzn-RequestId'),
      });
    const entries = await harness.timelineEntries(storeId, 'amazon_unavailable');
    expect(entries).toMatchObject([{ params: { cause: 'refusal', requestId: expect.any(String) } }]);
    await harness.clearFaults();
    expect(await check.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });

  it('warns of a 403 with empty details, with the request id of Amazon', async () => {
    const { storeId, seller, sellerId } = await connectedStore(harness);
    await harness.fault({ kind: 'forbidden', seller });
    expect(await run.checkConnection(storeId)).toMatchObject({
      outcome: 'failing',
      reason: { code: 'access_denied', params: { sellerId, requestId: expect.stringMatching(/^[\w-]{8,}$/) } },
    });
  });

  it.each(['forbidden', 'false_403'])('alarms operators when %s lasts for days, until it is over', async (kind) => {
    const { storeId, seller, sellerId } = await connectedStore(harness);
    const check = () => run.checkConnection(storeId).catch(() => undefined);
    const subject = `${sellerId}/NA`;
    await harness.fault({ kind, seller });
    await check();
    expect(await harness.alarms.findOpenAlarm('access_denied', subject)).toBeUndefined();
    await harness
      .database('grants')
      .where({ selling_partner_id: sellerId })
      .update({ refused_since: new Date(Date.now() - 49 * 3_600_000) });
    await check();
    expect(await harness.alarms.findOpenAlarm('access_denied', subject)).toMatchObject({
      params: { sellerId, region: 'NA', requestId: expect.any(String) },
    });
    await harness.clearFaults();
    await check();
    expect(await harness.alarms.findOpenAlarm('access_denied', subject)).toBeUndefined();
  });
});
