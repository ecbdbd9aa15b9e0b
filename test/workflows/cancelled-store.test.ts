import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import * as messages from '../../workflows/messages.ts';
import { eventually } from '../setup/eventually.ts';
import { type TestStore, useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();

/** The run has been given a workflow task that knows of the cancellation. */
async function cancellationArrived({ handle }: TestStore): Promise<void> {
  const { events } = await handle.fetchHistory();
  const names = (events ?? []).map((event) => Object.keys(event).find((key) => key.endsWith('Attributes')));
  const requested = names.indexOf('workflowExecutionCancelRequestedEventAttributes');
  expect(requested).toBeGreaterThan(0);
  expect(names.slice(requested)).toContain('workflowTaskStartedEventAttributes');
}

const endOf = ({ handle }: TestStore) =>
  eventually(async () => {
    const { status } = await handle.describe();
    expect(status.name).not.toBe('RUNNING');
    return status.name;
  });

test('a cancelled run first finishes the event under way and handles the signals that have arrived', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let isCancelled = false;
    harness.override({
      forgetAuthorization: async () => {
        if (!isCancelled) {
          await store.handle.signal(messages.enabledChanged, { enabled: false });
          await store.handle.cancel();
        }
        isCancelled = true;
        // Repeated until the workflow has a task of its own for the cancellation.
        await cancellationArrived(store);
      },
    });
    await store.handle.signal(messages.disconnectRequested);
    expect(await endOf(store)).toBe('CANCELLED');
    const [disconnected, disabled] = harness.changes.slice(-2);
    expect(disconnected).toMatchObject({ status: 'disconnected', reason: reason('disconnected_by_admin') });
    expect(disabled).toMatchObject({ status: 'disconnected', enabled: false });
  });
});

test('a deletion that is under way when the run is cancelled completes it', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    harness.override({
      forgetAuthorization: async () => {
        await store.handle.cancel();
      },
    });
    await store.handle.signal(messages.deletionRequested);
    expect(await endOf(store)).toBe('COMPLETED');
    expect(harness.changes.at(-1)).toMatchObject({ status: 'deleted' });
  });
});

test('a restarted store continues its year: the reminders that are left, and no other', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(352);
    expect(harness.messages.map(({ message }) => message.kind === 'renewal' && message.days)).toEqual([-30, -14]);
    await store.handle.cancel();
    await endOf(store);
    const restarted = await fixture.restart(store);
    await fixture.sleepDays(60);
    const days = harness.messages.map(({ message }) => message.kind === 'renewal' && message.days);
    expect(days).toEqual([-30, -14, -7, -3, -1, 0, 7, 30]);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'expired' });
    await restarted.delete();
  });
});

test('an attempt that was under way is resumed', async () => {
  await fixture.run(async (harness) => {
    let isAway = true;
    harness.override({
      verifyConnection: async () => {
        if (isAway) throw new Error('Amazon is away');
        return { outcome: 'verified', suspendedListings: false };
      },
    });
    const store = await fixture.start();
    await store.consent();
    await eventually(() => expect(harness.calls).toContain('verifyConnection'));
    await store.handle.terminate();
    isAway = false;
    const restarted = await fixture.restart(store);
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active' });
    await restarted.delete();
  });
});

test('signals that nobody received are handled by the restarted store', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await eventually(() => expect(harness.changes).toHaveLength(1));
    await store.handle.terminate();
    const consents = [{ consentId: 'missed', sellingPartnerId: harness.sellerId }];
    const restarted = await fixture.restart(store, { consents, isDetached: false });
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active' });
    const connected = harness.changes.at(-1)?.carried?.store.authorization;
    await store.handle.terminate();
    if (!connected) throw new Error('The store has no authorization');
    const renewal = { ...connected, authorizedAt: '2999-01-01T00:00:00.000Z', expiresAt: '2999-12-31T00:00:00.000Z' };
    await fixture.restart(store, { consents, renewal, isDetached: false });
    await eventually(() => expect(harness.changes.at(-1)?.authorization?.expiresAt).toBe(renewal.expiresAt));
    expect(harness.changes.filter(({ entry }) => entry.what === 'authorization_received')).toHaveLength(1);
    await store.handle.terminate();
    await fixture.restart(store, { consents: [], isDetached: true });
    await eventually(() => expect(harness.changes.at(-1)?.status).toBe('disconnected'));
    await restarted.delete();
  });
});
