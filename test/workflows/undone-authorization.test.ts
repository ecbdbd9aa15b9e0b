import { expect, test, vi } from 'vitest';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import type { Authorization } from '../../domain/store-life.ts';
import * as messages from '../../workflows/messages.ts';
import { limitMs } from '../setup/scaled-time.ts';
import type { StoreHarness } from './store-harness.ts';
import { type TestStore, useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const changesOf = ({ storeId }: TestStore) => fixture.harness.changes.filter((change) => change.storeId === storeId);
const last = (store: TestStore) => changesOf(store).at(-1);
const authorizationOf = (store: TestStore): Authorization => {
  const authorization = last(store)?.carried?.store.authorization;
  if (!authorization) throw new Error('Not connected');
  return authorization;
};

/** The activity as it is repeated after a worker has died: the same result each time. */
function undoing(harness: StoreHarness, result: Parameters<typeof withResult>[1]): void {
  harness.override({ undoAuthorization: async () => withResult(harness, result) });
}

function withResult(
  { siblings }: StoreHarness,
  { undone, restored }: { readonly undone: Authorization; readonly restored?: Authorization },
) {
  return { outcome: 'undone', undone, restored, siblings } as const;
}

test('a renewal that is undone brings back the dates and reminders of all stores, once', async () => {
  await fixture.run(async (harness) => {
    const canada = await fixture.start({ country: 'CA' });
    const us = await fixture.start();
    for (const store of [canada, us]) await store.consent();
    await fixture.sleepDays(340);
    const former = authorizationOf(us);
    harness.siblings = [canada.storeId];
    await us.consent('renewal');
    await fixture.sleepDays(0.001);
    expect([last(us)?.status, last(canada)?.status]).toEqual(['active', 'active']);
    undoing(harness, { undone: authorizationOf(us), restored: former });
    for (let times = 0; times < 2; times += 1) await us.handle.signal(messages.undoRequested, { consentId: 'renewal' });
    await fixture.sleepDays(0.001);
    for (const store of [us, canada]) {
      expect(last(store)).toMatchObject({ status: 'renewal_due', next: { what: 'renewal_reminder' } });
      expect(changesOf(store).filter(({ entry }) => entry.what === 'authorization_undone')).toHaveLength(1);
    }
    expect(last(us)?.authorization).toEqual({ authorizedAt: former.authorizedAt, expiresAt: former.expiresAt });
    await fixture.sleepDays(30);
    expect([last(us)?.status, last(canada)?.status]).toEqual(['expired', 'expired']);
    for (const store of [us, canada]) await store.delete();
  });
});

test('a first connection that is undone waits for its seller, and for no date', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent('first');
    await fixture.sleepDays(0.001);
    undoing(harness, { undone: authorizationOf(store) });
    await store.handle.signal(messages.undoRequested, { consentId: 'first' });
    await fixture.sleepDays(400);
    expect(last(store)).toMatchObject({ status: 'awaiting_authorization', enabled: false });
    expect(last(store)).not.toHaveProperty('next.at');
    await store.consent('second');
    await fixture.sleepDays(1);
    expect(last(store)?.status).toBe('active');
    await store.delete();
  });
});

test('nothing changes when it is too late', async () => {
  await fixture.run(async () => {
    const store = await fixture.start();
    await store.consent('first');
    await fixture.sleepDays(0.001);
    const before = last(store);
    await store.handle.signal(messages.undoRequested, { consentId: 'first' });
    await fixture.sleepDays(1);
    expect(last(store)).toEqual(before);
    await store.delete();
  });
});

test('a restarted store continues what was to be undone, or what it has missed of another store', async () => {
  await fixture.run(async (harness) => {
    for (const missed of ['undo', 'undone'] as const) {
      const store = await fixture.start();
      const period = periodFrom(new Date(await fixture.env.currentTimeMs()).toISOString(), amazonYearMs);
      await store.consent(missed);
      await fixture.sleepDays(0.001);
      const undone = authorizationOf(store);
      undoing(harness, { undone });
      await store.handle.terminate();
      const restarted = await fixture.restart(store, {
        ...{ consents: [], isDetached: false },
        ...(missed === 'undo' ? { undo: missed } : { undone: { undone, restored: { ...undone, ...period } } }),
      });
      const expected = missed === 'undo' ? { status: 'awaiting_authorization' } : { authorization: period };
      await vi.waitFor(() => expect(last(restarted)).toMatchObject(expected), { timeout: limitMs(10_000) });
      await restarted.delete();
    }
  });
});
