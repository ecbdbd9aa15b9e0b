import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import type { WatchRound } from '../../activities/contract.ts';
import { type ActivityWorld, connectedStore, openActivityWorld, runActivities } from './activity-harness.ts';

let world: ActivityWorld;
beforeAll(async () => {
  world = await openActivityWorld();
});
beforeEach(() => world.database('stores').update({ status: 'expired' }));
afterEach(() => world.clearFaults());
afterAll(() => world.close());

/** A connected store whose connection was last looked at long ago. */
async function dueStore() {
  const store = await connectedStore(world);
  await world
    .database('grants')
    .where({ id: store.grantId })
    .update({ checked_at: new Date(0) });
  return store;
}

const round = (): Promise<WatchRound> =>
  new MockActivityEnvironment().run(createActivities(world.deps).checkDueConnections);

it('asks about every connection that is due, once, and suspects none that works', async () => {
  await Promise.all([dueStore(), dueStore()]);
  expect(await round()).toMatchObject({ checked: 2, failing: 0, suspects: [], isBreakerOpen: false });
  expect(await round()).toMatchObject({ checked: 0 });
});

it('names the store whose seller revoked, and does not ask again before it is due', async () => {
  const { storeId, seller } = await dueStore();
  await dueStore();
  await world.revoke(seller);
  expect(await round()).toMatchObject({ checked: 2, failing: 1, suspects: [storeId] });
  expect(await round()).toMatchObject({ checked: 0 });
});

it('names the store whose country the seller has left', async () => {
  const { storeId, seller } = await dueStore();
  await world.fault({ kind: 'not_participating', seller });
  expect(await round()).toMatchObject({ suspects: [storeId] });
});

it('suspects nobody while Amazon is away, and asks about the rest afterwards', async () => {
  await Promise.all([dueStore(), dueStore(), dueStore()]);
  await world.fault({ kind: 'outage' });
  expect(await round()).toMatchObject({ checked: 0, isAmazonAway: true, suspects: [] });
  await world.clearFaults();
  expect(await round()).toMatchObject({ checked: 3, isAmazonAway: false });
});

it('suspects nobody when the whole fleet fails at once, and sees by itself when that is over', async () => {
  await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  await world.fault({ kind: 'false_403' });
  expect(await round()).toMatchObject({ checked: 4, failing: 4, isBreakerOpen: true, suspects: [] });
  expect(await round()).toMatchObject({ failing: 4, isBreakerOpen: true });
  await world.clearFaults();
  expect(await round()).toMatchObject({ checked: 4, failing: 0, isBreakerOpen: true });
  expect(await round()).toMatchObject({ checked: 0, isBreakerOpen: false });
});

it('learns from the first connection that is due that the whole fleet fails', async () => {
  await Promise.all([dueStore(), connectedStore(world), connectedStore(world)]);
  await world.fault({ kind: 'false_403' });
  expect(await round()).toMatchObject({ checked: 3, failing: 3, isBreakerOpen: true, suspects: [] });
  await world.clearFaults();
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ failing: 0, isBreakerOpen });
});

it('asks about everybody else while Amazon limits or does not answer for one seller', async () => {
  const first = await dueStore();
  await Promise.all([dueStore(), dueStore(), dueStore()]);
  await world
    .database('grants')
    .whereIn('id', world.database('stores').where({ id: first.storeId }).select('grant_id'))
    .update({ checked_at: new Date(-1) });
  await world.fault({ kind: 'throttled', seller: first.seller });
  expect(await round()).toMatchObject({ checked: 3, isAmazonAway: false, suspects: [] });
  expect(await round()).toMatchObject({ checked: 0, isAmazonAway: true });
  await world.clearFaults();
  expect(await round()).toMatchObject({ checked: 1 });
});

it('lets many who cannot be asked keep nobody waiting once each of them was asked', async () => {
  const stuck = await Promise.all(Array.from({ length: 15 }, () => dueStore()));
  for (const { seller } of stuck) await world.fault({ kind: 'outage', seller });
  // At least five of them are asked before a round gives Amazon up as away.
  for (let rounds = 0; rounds < 3; rounds += 1) await round();
  await dueStore();
  expect(await round()).toMatchObject({ checked: 1 });
});

it('believes that three sellers revoked when everybody else is connected', async () => {
  const revoked = await Promise.all([dueStore(), dueStore(), dueStore()]);
  await Promise.all(Array.from({ length: 8 }, () => connectedStore(world)));
  for (const { seller } of revoked) await world.revoke(seller);
  const { suspects } = await round();
  expect(suspects.toSorted()).toEqual(revoked.map(({ storeId }) => storeId).toSorted());
});

it('confirms no revocation while the fleet fails, whether or not a round has seen it', async () => {
  const [store] = await Promise.all([dueStore(), dueStore(), dueStore()]);
  const check = () => runActivities(world.deps).checkConnection(store.storeId);
  await world.fault({ kind: 'false_403' });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  expect(await round()).toMatchObject({ isBreakerOpen: true });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await world.clearFaults();
  expect(await check()).toEqual({ outcome: 'connected' });
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ isBreakerOpen });
  await world.revoke(store.seller);
  expect(await check()).toMatchObject({ outcome: 'failing', reason: { code: 'authorization_revoked' } });
});

it('asks other sellers once for all stores that doubt in the same moments', async () => {
  const stores = await Promise.all(Array.from({ length: 6 }, dueStore));
  const asked = () => Promise.all(stores.map(({ seller }) => world.participationsOf(seller)));
  const before = await asked();
  await world.fault({ kind: 'false_403' });
  const run = runActivities(world.deps);
  const checks = await Promise.allSettled(stores.map(({ storeId }) => run.checkConnection(storeId)));
  expect(checks.map(({ status }) => status)).toEqual(stores.map(() => 'rejected'));
  // Its own check, a sample that was under way, and the one after it.
  for (const [index, count] of (await asked()).entries()) expect(count - (before[index] ?? 0)).toBeLessThanOrEqual(3);
});

it('believes no revocation while the sellers it compares with cannot be asked', async () => {
  const [store, ...others] = await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  await world.revoke(store.seller);
  for (const { seller } of others) await world.fault({ kind: 'throttled', seller });
  const check = () => runActivities(world.deps).checkConnection(store.storeId);
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await world.clearFaults();
  await world.revoke(store.seller);
  expect(await check()).toMatchObject({ outcome: 'failing', reason: { code: 'authorization_revoked' } });
});
