import { expect, test } from 'vitest';
import type { WatchRound } from '../../activities/contract.ts';
import { reason } from '../../domain/reasons.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const healthyRound: WatchRound = {
  checked: 10,
  failing: 0,
  isAmazonAway: false,
  isBreakerOpen: false,
  suspects: [],
  nextRoundInMs: 3_600_000,
};

test('a revocation is detected by the watch, and the store confirms it over an hour', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let rounds = 0;
    harness.override({
      checkDueConnections: async () => ({ ...healthyRound, suspects: (rounds += 1) === 3 ? [store.storeId] : [] }),
      checkConnection: async () => ({
        outcome: 'failing',
        reason: reason('authorization_revoked', { sellerId: 'A1SELLER' }),
      }),
    });
    await fixture.watching(() => fixture.sleepDays(1));
    expect(harness.changes.at(-1)).toMatchObject({ status: 'disconnected', reason: { code: 'authorization_revoked' } });
    expect(rounds).toBeGreaterThan(20);
    await store.delete();
  });
});

test('months of checks do not wake a store that works', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    harness.override({ checkDueConnections: async () => ({ ...healthyRound, nextRoundInMs: 86_400_000 }) });
    const before = await store.handle.describe();
    await fixture.watching(() => fixture.sleepDays(120));
    const after = await store.handle.describe();
    expect(after.historyLength).toBe(before.historyLength);
    await store.delete();
  });
});

test('prunes expired access once per run, about every week', async () => {
  await fixture.run(async (harness) => {
    await fixture.watching(() => fixture.sleepDays(10));
    expect(harness.calls.filter((name) => name === 'forgetOldAccess')).toHaveLength(2);
  });
});

test('a failing store that was deleted meanwhile does not stop the watch', async () => {
  await fixture.run(async (harness) => {
    let rounds = 0;
    harness.override({
      checkDueConnections: async () => ({ ...healthyRound, suspects: (rounds += 1) === 1 ? ['gone'] : [] }),
    });
    await fixture.watching(() => fixture.sleepDays(1));
    expect(rounds).toBeGreaterThan(20);
  });
});
