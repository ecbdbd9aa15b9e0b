import { expect, test } from 'vitest';
import type { WatchRound } from '../../activities/contract.ts';
import { reason } from '../../domain/reasons.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const quiet: WatchRound = {
  checked: 10,
  failing: 0,
  isAmazonAway: false,
  isBreakerOpen: false,
  suspects: [],
  nextRoundInMs: 3_600_000,
};

test('a seller who revoked is found without anybody asking, and the store confirms it over an hour', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let rounds = 0;
    world.override({
      checkDueConnections: async () => ({ ...quiet, suspects: (rounds += 1) === 3 ? [store.storeId] : [] }),
      checkConnection: async () => ({
        outcome: 'failing',
        reason: reason('authorization_revoked', { sellerId: 'A1SELLER' }),
      }),
    });
    await fixture.watching(() => fixture.sleepDays(1));
    expect(world.changes.at(-1)).toMatchObject({ status: 'disconnected', reason: { code: 'authorization_revoked' } });
    expect(rounds).toBeGreaterThan(20);
    await store.delete();
  });
});

test('a store that is well is not woken by being looked after for months', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    world.override({ checkDueConnections: async () => ({ ...quiet, nextRoundInMs: 86_400_000 }) });
    const before = await store.handle.describe();
    await fixture.watching(() => fixture.sleepDays(120));
    const after = await store.handle.describe();
    expect(after.historyLength).toBe(before.historyLength);
    await store.delete();
  });
});

test('tidies up once a run, about every week', async () => {
  await fixture.run(async (world) => {
    await fixture.watching(() => fixture.sleepDays(10));
    expect(world.calls.filter((name) => name === 'forgetOldAccess')).toHaveLength(2);
  });
});

test('a suspect that was deleted meanwhile stops nothing', async () => {
  await fixture.run(async (world) => {
    let rounds = 0;
    world.override({ checkDueConnections: async () => ({ ...quiet, suspects: (rounds += 1) === 1 ? ['gone'] : [] }) });
    await fixture.watching(() => fixture.sleepDays(1));
    expect(rounds).toBeGreaterThan(20);
  });
});
