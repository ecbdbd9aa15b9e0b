import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  confirmationIntervalMs,
  dueReminder,
  mailedLinkValidUntil,
  periodFrom,
  reminderAt,
  reminderDays,
  scaleToPeriod,
} from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';

const year = periodFrom('2027-03-01T08:00:00.000Z', amazonYearMs);
const after = (iso: string, ms: number) => Date.parse(iso) + ms;

describe('the year of an authorization', () => {
  test('ends 365 days after the consent, regardless of leap years and summer time', () => {
    // 2028 is a leap year: 365 days end on 29 February.
    expect(year.expiresAt).toBe('2028-02-29T08:00:00.000Z');
  });

  test.each([
    [0, '2028-01-30T08:00:00.000Z'],
    [1, '2028-02-15T08:00:00.000Z'],
    [2, '2028-02-22T08:00:00.000Z'],
    [3, '2028-02-26T08:00:00.000Z'],
    [4, '2028-02-28T08:00:00.000Z'],
    [5, '2028-02-29T08:00:00.000Z'],
    [6, '2028-03-07T08:00:00.000Z'],
    [7, '2028-03-30T08:00:00.000Z'],
  ])('has reminder %i at %s', (index, at) => {
    expect(reminderAt(year, index)?.at).toBe(at);
  });

  test('has no more than these reminders', () => {
    expect(reminderAt(year, reminderDays.length)).toBeUndefined();
  });

  test('scales as a whole when it is shortened', () => {
    const short = periodFrom('2027-03-01T08:00:00.000Z', 73_000);
    expect(Date.parse(short.expiresAt) - Date.parse(reminderAt(short, 0)!.at)).toBe(6_000);
    expect(confirmationIntervalMs(year)).toBe(1_800_000);
    expect(confirmationIntervalMs(short)).toBe(Math.round((1_800_000 * 73_000) / amazonYearMs));
  });
});

describe('a due reminder', () => {
  test('is never early', () => {
    const first = reminderAt(year, 0)!;
    expect(dueReminder(year, 0, after(first.at, -1))).toBeUndefined();
    expect(dueReminder(year, 0, after(first.at, 0))).toEqual(first);
  });

  test('is only the latest after a long absence', () => {
    expect(dueReminder(year, 0, after(year.expiresAt, -2 * 86_400_000))?.days).toBe(-3);
  });

  test('is never one that was sent before', () => {
    fc.assert(
      fc.property(fc.nat(reminderDays.length), fc.integer({ min: -40, max: 40 }), (nextIndex, days) => {
        const due = dueReminder(year, nextIndex, after(year.expiresAt, days * 86_400_000));
        if (due) expect(due.index).toBeGreaterThanOrEqual(nextIndex);
      }),
    );
  });
});

describe('an e-mailed link', () => {
  test('is valid until the next reminder brings another', () => {
    expect(mailedLinkValidUntil(year, 0)).toBe(reminderAt(year, 1)!.at);
  });

  test('of the last reminder stays valid for another 30 days', () => {
    expect(mailedLinkValidUntil(year, 7)).toBe('2028-04-29T08:00:00.000Z');
  });
});

test('scaling keeps order and proportion for any year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: amazonYearMs }), fc.nat(amazonYearMs), (yearMs, ms) => {
      const period = periodFrom('2026-01-01T00:00:00.000Z', yearMs);
      expect(Math.abs(scaleToPeriod(period, ms) - (ms * yearMs) / amazonYearMs)).toBeLessThanOrEqual(0.5);
    }),
  );
});
