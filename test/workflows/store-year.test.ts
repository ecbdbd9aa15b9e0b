import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { reminderAt, reminderDays } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { runTenYears } from './ten-years.ts';
import { useTimeSkipping } from './time-skipping.ts';

const dayMs = 86_400_000;
const fixture = useTimeSkipping();

test(
  'a store that is renewed on time for ten years has ten renewals with two requests each',
  async () => {
    await fixture.run(async (harness) => {
      expect(await runTenYears(fixture, harness)).toEqual({ outcome: 'deleted' });

      expect(harness.changes.filter(({ entry }) => entry.what === 'renewed')).toHaveLength(10);
      const requestDays = harness.messages.map(({ message }) =>
        message.kind === 'renewal' ? message.days : message.kind,
      );
      expect(requestDays).toEqual(Array.from({ length: 11 }, () => [-30, -14]).flat());
      for (const { message, atMs } of harness.messages) {
        if (message.kind !== 'renewal') throw new Error(`unexpected message ${message.kind}`);
        const dueMs = Date.parse(message.expiresAt) + message.days * dayMs;
        expect(atMs - dueMs).toBeGreaterThanOrEqual(0);
        expect(atMs - dueMs).toBeLessThan(60_000);
      }
      expect(harness.changes.map(({ status }) => status)).not.toContain('expired');
    });
  },
  limitMs(20_000),
);

test('a store without a renewal gets eight requests, expires at the exact end, and is restored by a consent', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(365 + 31);
    expect(harness.messages.map(({ message }) => (message.kind === 'renewal' ? message.days : 0))).toEqual([
      ...reminderDays,
    ]);

    const expired = harness.changes.find(({ entry }) => entry.what === 'expired');
    expect(expired?.status).toBe('expired');
    const end = harness.changes.find(({ entry }) => entry.what === 'active')!.authorization!;
    const lateMs = Date.parse(expired!.at) - Date.parse(end.expiresAt);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(1_000);
    expect(Date.parse(end.expiresAt) - Date.parse(end.authorizedAt)).toBe(amazonYearMs);

    await store.consent();
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active', entry: { what: 'renewed' } });
    expect(harness.changes.at(-1)?.next).toEqual({
      what: 'renewal_request',
      at: reminderAt(harness.changes.at(-1)!.authorization!, 0)!.at,
    });
    await store.delete();
  });
});

test('a renewal stops the reminders of the old year', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(365 - 10);
    expect(harness.messages).toHaveLength(2);
    await store.consent();
    await fixture.sleepDays(300);
    expect(harness.messages).toHaveLength(2);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active', entry: { what: 'renewed' } });
    await store.delete();
  });
});

test('an abandoned or refused renewal changes neither status nor dates', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(365 - 20);
    const before = harness.changes.at(-1)!;
    harness.override({
      verifyConnection: async () => ({ outcome: 'refused', reason: { code: 'not_participating', params: {} } }),
    });
    await store.consent();
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'renewal_due',
      authorization: before.authorization,
      reason: { code: 'not_participating' },
      entry: { what: 'authorization_refused' },
    });
    await store.delete();
  });
});

test('an outage of Amazon during a renewal stops neither the reminders nor the end of the year', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(365 - 5);
    let away = true;
    harness.override({
      verifyConnection: async () => {
        if (away) throw ApplicationFailure.create({ message: 'Amazon is away', nextRetryDelay: '6 hours' });
        return { outcome: 'verified', suspendedListings: false };
      },
    });
    await store.consent();
    await fixture.sleepDays(6);
    const statuses = harness.changes.slice(-6).map(({ entry }) => entry.what);
    expect(statuses).toContain('expired');
    expect(harness.messages.map(({ message }) => (message.kind === 'renewal' ? message.days : 0))).toEqual([
      -30, -14, -7, -3, -1, 0,
    ]);
    away = false;
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active', entry: { what: 'renewed' } });
    await store.delete();
  });
});
