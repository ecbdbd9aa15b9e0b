import { expect, test } from 'vitest';
import { addMs, amazonYearMs, latestDue, scaleToYear } from '../../domain/schedule.ts';

const dates = ['2027-01-01', '2027-01-03', '2027-01-05'].map((day) => ({ at: `${day}T00:00:00.000Z` }));
const latest = (nextIndex: number, now: string) => latestDue((index) => dates[index], nextIndex, Date.parse(now));

test('of several due dates only the latest counts', () => {
  expect(latest(0, '2026-12-31')).toBeUndefined();
  expect(latest(0, '2027-01-01')).toBe(dates[0]);
  expect(latest(0, '2027-01-04')).toBe(dates[1]);
  expect(latest(2, '2027-01-04')).toBeUndefined();
  expect(latest(3, '2027-02-01')).toBeUndefined();
});

test('a shorter year scales milliseconds, rounded', () => {
  expect(scaleToYear(86_400_000, amazonYearMs)).toBe(86_400_000);
  expect(scaleToYear(86_400_000, amazonYearMs / 1000)).toBe(86_400);
  expect(addMs('2027-01-01T00:00:00.000Z', 0.6)).toBe('2027-01-01T00:00:00.001Z');
});
