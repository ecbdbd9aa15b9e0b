import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reminderDelayMs, minMessageIntervalMs, scheduleReminders, delayUntilDueMs } from '../../domain/campaign.ts';
import { amazonYearMs } from '../../domain/schedule.ts';

const dayMs = 86_400_000;
const grantIds = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 200 });

describe('the schedule of a campaign', () => {
  test('has one slot for each authorization, in order, within the given days', () => {
    fc.assert(
      fc.property(fc.uuid(), grantIds, fc.integer({ min: 1, max: 60 }), (campaignId, grants, overDays) => {
        const reminders = scheduleReminders(campaignId, grants, { overDays, yearMs: amazonYearMs });
        expect(new Set(reminders.map(({ grantId }) => grantId))).toEqual(new Set(grants));
        const slotMs = (overDays * dayMs) / grants.length;
        for (const [slot, { afterMs }] of reminders.entries()) {
          expect(afterMs).toBeGreaterThanOrEqual(Math.floor(slot * slotMs));
          expect(afterMs).toBeLessThan((slot + 1) * slotMs);
          expect(Number.isInteger(afterMs)).toBe(true);
        }
      }),
    );
  });

  test('does not depend on the order of the authorizations, but on the campaign', () => {
    fc.assert(
      fc.property(fc.uuid(), grantIds, (campaignId, grants) => {
        const options = { overDays: 7, yearMs: amazonYearMs };
        expect(scheduleReminders(campaignId, grants.toReversed(), options)).toEqual(
          scheduleReminders(campaignId, grants, options),
        );
      }),
    );
    const many = Array.from({ length: 50 }, (_, index) => `grant-${index}`);
    const orderOf = (id: string) =>
      scheduleReminders(id, many, { overDays: 1, yearMs: amazonYearMs }).map(({ grantId }) => grantId);
    expect(orderOf('one')).not.toEqual(orderOf('two'));
  });

  test('spreads the reminders within their slots', () => {
    const many = Array.from({ length: 100 }, (_, index) => `grant-${index}`);
    const reminders = scheduleReminders('c', many, { overDays: 1, yearMs: amazonYearMs });
    const slotMs = dayMs / 100;
    const quarters = reminders.map(({ afterMs }, slot) => Math.floor((4 * (afterMs - slot * slotMs)) / slotMs));
    for (const quarter of [0, 1, 2, 3])
      expect(quarters.filter((value) => value === quarter).length).toBeGreaterThan(10);
  });

  test('keeps the pace of a mail server even within few days, and scales with the year', () => {
    const many = Array.from({ length: 500 }, (_, index) => `grant-${index}`);
    const last = scheduleReminders('c', many, { overDays: 0, yearMs: amazonYearMs }).at(-1)?.afterMs ?? 0;
    expect(last).toBeGreaterThanOrEqual(499 * minMessageIntervalMs);
    const shrunk = scheduleReminders('c', ['a', 'b'], { overDays: 10, yearMs: amazonYearMs / 1000 });
    for (const { afterMs } of shrunk) expect(afterMs).toBeLessThan((10 * dayMs) / 1000);
    expect(reminderDelayMs(amazonYearMs)).toBe(7 * dayMs);
    expect(reminderDelayMs(amazonYearMs / 1000)).toBe((7 * dayMs) / 1000);
  });
});

test('a campaign waits long enough for the e-mails that were just sent, and always makes progress', () => {
  expect(delayUntilDueMs(0, 5000, 1)).toBe(5000);
  expect(delayUntilDueMs(90_000, 5000, 20)).toBe(20 * minMessageIntervalMs);
  expect(delayUntilDueMs(90_000, 5000, 0)).toBe(1);
});
