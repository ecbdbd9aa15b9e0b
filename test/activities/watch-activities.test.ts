import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { changeOf } from '../adapters/postgres/store-harness.ts';
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

it('goes on at once while more connections are due than fit into a round', async () => {
  await dueStore();
  const { authorizations } = harness.deps;
  const [due] = await authorizations.listDueChecks(1, 1);
  const listDueChecks = async (_intervalMs: number, limit: number) => Array.from({ length: limit }, () => due!);
  const amazon = {
    ...harness.deps.amazon,
    listParticipations: async () => ({ kind: 'participations', participations: [] }) as const,
  };
  const deps = { ...harness.deps, amazon, authorizations: { ...authorizations, listDueChecks } };
  const backlog = createActivities(deps);
  const env = new MockActivityEnvironment();
  expect(await env.run(backlog.checkDueConnections)).toMatchObject({ checked: 200, nextRoundInMs: 1000 });
  expect((await round()).nextRoundInMs).toBe(60 * 60 * 1000);
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

it('reports no store whose fresh access token Amazon refuses, and asks again in the next round', async () => {
  const { seller } = await dueStore();
  await dueStore();
  await harness.fault({ kind: 'false_403', seller });
  expect(await round()).toMatchObject({ checked: 2, failing: 1, suspects: [] });
  expect(await round()).toMatchObject({ checked: 2, failing: 1, suspects: [] });
  await harness.clearFaults();
  expect(await round()).toMatchObject({ checked: 1, failing: 0, suspects: [] });
});

it('reports a store once when Amazon denies access for another reason, and again when that is over', async () => {
  const { storeId, seller } = await dueStore();
  await harness.fault({ kind: 'forbidden', seller });
  expect(await round()).toMatchObject({ failing: 1, suspects: [storeId] });
  const warning = reason('access_denied', { sellerId: 'A1', requestId: 'r1' });
  await harness.stores.recordChange(changeOf(storeId, { reason: warning }));
  expect(await round()).toMatchObject({ failing: 1, suspects: [] });
  await harness.clearFaults();
  expect(await round()).toMatchObject({ failing: 0, suspects: [storeId] });
});

it('closes the alarm about a seller when no connected store uses the authorization any more', async () => {
  const { seller, sellerId, grantId } = await dueStore();
  await harness.fault({ kind: 'forbidden', seller });
  await harness
    .database('grants')
    .where({ id: grantId })
    .update({ refused_since: new Date(0) });
  await round();
  const alarm = () => harness.alarms.findOpenAlarm('access_denied', `${sellerId}/NA`);
  expect(await alarm()).toBeDefined();
  await harness.database('stores').where({ grant_id: grantId }).update({ status: 'disconnected' });
  await round();
  expect(await alarm()).toBeUndefined();
});

it('holds no revocation back because other sellers left a country', async () => {
  const stores = await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  const [revoked, ...left] = stores;
  for (const { seller } of left) await harness.fault({ kind: 'not_participating', seller });
  await harness.revoke(revoked.seller);
  const { suspects, ...result } = await round();
  expect(result).toMatchObject({ checked: 4, failing: 1, isBreakerOpen: false });
  expect(suspects.toSorted()).toEqual(stores.map(({ storeId }) => storeId).toSorted());
  const check = runActivities(harness.deps).checkConnection(revoked.storeId);
  expect(await check).toMatchObject({ reason: { code: 'authorization_revoked' } });
});

it('reports a seller who left a country while the breaker is open', async () => {
  const stores = await Promise.all([dueStore(), dueStore(), dueStore(), dueStore()]);
  const [left, ...revoked] = stores;
  await harness.fault({ kind: 'not_participating', seller: left.seller });
  for (const { seller } of revoked) await harness.revoke(seller);
  expect(await round()).toMatchObject({ isBreakerOpen: true, suspects: [left.storeId] });
  await closeBreaker();
});

it('holds revocations back for two days only', async () => {
  const stores = await Promise.all([dueStore(), dueStore(), dueStore()]);
  for (const { seller } of stores) await harness.revoke(seller);
  const check = () => runActivities(harness.deps).checkConnection(stores[0].storeId);
  expect(await round()).toMatchObject({ isBreakerOpen: true, suspects: [] });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await harness
    .database('alarms')
    .where({ kind: 'fleet_breaker' })
    .whereNull('closed_at')
    .update({ opened_at: new Date(Date.now() - 49 * 3_600_000) });
  expect(await check()).toMatchObject({ reason: { code: 'authorization_revoked' } });
  const { suspects, isBreakerOpen } = await round();
  expect(isBreakerOpen).toBe(true);
  expect(suspects.toSorted()).toEqual(stores.map(({ storeId }) => storeId).toSorted());
  await closeBreaker();
});

/** A fleet that recovers. */
async function closeBreaker(): Promise<void> {
  await harness.clearFaults();
  await harness.database('stores').update({ status: 'expired' });
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ isBreakerOpen });
}

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
  const stores = await Promise.all([dueStore(), dueStore(), dueStore()]);
  const [store] = stores;
  const check = () => runActivities(harness.deps).checkConnection(store.storeId);
  await harness.fault({ kind: 'revoked', seconds: 3600 });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  expect(await round()).toMatchObject({ isBreakerOpen: true });
  await expect(check()).rejects.toMatchObject({ type: 'amazon_outage' });
  await harness.clearFaults();
  expect(await check()).toMatchObject({ outcome: 'connected' });
  for (const isBreakerOpen of [true, false]) expect(await round()).toMatchObject({ isBreakerOpen });
  await harness.revoke(store.seller);
  expect(await check()).toMatchObject({ outcome: 'failing', reason: { code: 'authorization_revoked' } });
});

it('checks one sample of sellers for all stores that ask at the same time', async () => {
  const stores = await Promise.all(Array.from({ length: 6 }, dueStore));
  const countCalls = () => Promise.all(stores.map(({ seller }) => harness.participationsOf(seller)));
  const before = await countCalls();
  await harness.fault({ kind: 'revoked', seconds: 3600 });
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
