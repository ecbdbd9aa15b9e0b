import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import type { WatchRound } from '../../activities/contract.ts';
import { type ActivityHarness, connectedStore, openActivityHarness, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
beforeAll(async () => {
  harness = await openActivityHarness();
});
beforeEach(() => harness.database('stores').update({ status: 'expired' }));
afterEach(() => harness.clearFaults());
afterAll(() => harness.close());

/** A connected store whose connection was last checked long ago. */
async function dueStore() {
  const store = await connectedStore(harness);
  await harness
    .database('grants')
    .where({ id: store.grantId })
    .update({ checked_at: new Date(0) });
  return store;
}

const round = (): Promise<WatchRound> =>
  new MockActivityEnvironment().run(createActivities(harness.deps).checkDueConnections);

it('checks every due connection once, and reports none that works', async () => {
  await Promise.all([dueStore(), dueStore()]);
  expect(await round()).toMatchObject({ checked: 2, failing: 0, suspects: [], isBreakerOpen: false });
  expect(await round()).toMatchObject({ checked: 0 });
});

it('reports the store whose seller revoked, and does not check it again before it is due', async () => {
  const { storeId, seller } = await dueStore();
  await dueStore();
  await harness.revoke(seller);
  expect(await round()).toMatchObject({ checked: 2, failing: 1, suspects: [storeId] });
  expect(await round()).toMatchObject({ checked: 0 });
});

it('reports the store whose marketplace the seller has left', async () => {
  const { storeId, seller } = await dueStore();
  await harness.fault({ kind: 'not_participating', seller });
  expect(await round()).toMatchObject({ suspects: [storeId] });
});

it('reports no store while Amazon is down, and checks the rest afterwards', async () => {
  await Promise.all([dueStore(), dueStore(), dueStore()]);
  await harness.fault({ kind: 'outage' });
  expect(await round()).toMatchObject({ checked: 0, isAmazonAway: true, suspects: [] });
  await harness.clearFaults();
  expect(await round()).toMatchObject({ checked: 3, isAmazonAway: false });
});

it('opens the breaker when the whole fleet fails at once, and closes it after the recovery', async () => {
  await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  await harness.fault({ kind: 'false_403' });
  expect(await round()).toMatchObject({ checked: 4, failing: 4, isBreakerOpen: true, suspects: [] });
  expect(await round()).toMatchObject({ failing: 4, isBreakerOpen: true });
  await harness.clearFaults();
  expect(await round()).toMatchObject({ checked: 4, failing: 0, isBreakerOpen: true });
  expect(await round()).toMatchObject({ checked: 0, isBreakerOpen: false });
});

it('detects from the first due connection that the whole fleet fails', async () => {
  await Promise.all([dueStore(), connectedStore(harness), connectedStore(harness)]);
  await harness.fault({ kind: 'false_403' });
  expect(await round()).toMatchObject({ checked: 3, failing: 3, isBreakerOpen: true, suspects: [] });
  await harness.clearFaults();
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ failing: 0, isBreakerOpen });
});

it('checks the others while Amazon throttles one seller', async () => {
  const first = await dueStore();
  await Promise.all([dueStore(), dueStore(), dueStore()]);
  await harness
    .database('grants')
    .whereIn('id', harness.database('stores').where({ id: first.storeId }).select('grant_id'))
    .update({ checked_at: new Date(-1) });
  await harness.fault({ kind: 'throttled', seller: first.seller });
  expect(await round()).toMatchObject({ checked: 3, isAmazonAway: false, suspects: [] });
  expect(await round()).toMatchObject({ checked: 0, isAmazonAway: true });
  await harness.clearFaults();
  expect(await round()).toMatchObject({ checked: 1 });
});

it('checks a new connection although many others get no answer', async () => {
  const stuck = await Promise.all(Array.from({ length: 15 }, () => dueStore()));
  for (const { seller } of stuck) await harness.fault({ kind: 'outage', seller });
  // A round checks at least five of them before it considers Amazon down.
  for (let rounds = 0; rounds < 3; rounds += 1) await round();
  await dueStore();
  expect(await round()).toMatchObject({ checked: 1 });
});

it('believes three revocations when all other sellers are connected', async () => {
  const revoked = await Promise.all([dueStore(), dueStore(), dueStore()]);
  await Promise.all(Array.from({ length: 8 }, () => connectedStore(harness)));
  for (const { seller } of revoked) await harness.revoke(seller);
  const { suspects } = await round();
  expect(suspects.toSorted()).toEqual(revoked.map(({ storeId }) => storeId).toSorted());
});

it('confirms no revocation while the fleet fails, before or after a round has detected it', async () => {
  const [store] = await Promise.all([dueStore(), dueStore(), dueStore()]);
  const check = () => runActivities(harness.deps).checkConnection(store.storeId);
  await harness.fault({ kind: 'false_403' });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  expect(await round()).toMatchObject({ isBreakerOpen: true });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await harness.clearFaults();
  expect(await check()).toEqual({ outcome: 'connected' });
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ isBreakerOpen });
  await harness.revoke(store.seller);
  expect(await check()).toMatchObject({ outcome: 'failing', reason: { code: 'authorization_revoked' } });
});

it('checks one sample of sellers for all stores that ask at the same time', async () => {
  const stores = await Promise.all(Array.from({ length: 6 }, dueStore));
  const countCalls = () => Promise.all(stores.map(({ seller }) => harness.participationsOf(seller)));
  const before = await countCalls();
  await harness.fault({ kind: 'false_403' });
  const run = runActivities(harness.deps);
  const checks = await Promise.allSettled(stores.map(({ storeId }) => run.checkConnection(storeId)));
  expect(checks.map(({ status }) => status)).toEqual(stores.map(() => 'rejected'));
  // Its own check, a running sample, and the next one.
  for (const [index, count] of (await countCalls()).entries())
    expect(count - (before[index] ?? 0)).toBeLessThanOrEqual(3);
});

it('believes no revocation while the sample of sellers gets no answer', async () => {
  const [store, ...others] = await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  await harness.revoke(store.seller);
  for (const { seller } of others) await harness.fault({ kind: 'throttled', seller });
  const check = () => runActivities(harness.deps).checkConnection(store.storeId);
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await harness.clearFaults();
  await harness.revoke(store.seller);
  expect(await check()).toMatchObject({ outcome: 'failing', reason: { code: 'authorization_revoked' } });
});
