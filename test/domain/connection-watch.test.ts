import { expect, test } from 'vitest';
import { checkIntervalMs, isFleetFailing, roundIntervalMs } from '../../domain/connection-watch.ts';
import { amazonYearMs } from '../../domain/schedule.ts';

test('a connection is checked once a week, in rounds an hour apart', () => {
  expect(checkIntervalMs(amazonYearMs)).toBe(7 * 86_400_000);
  expect(roundIntervalMs(amazonYearMs)).toBe(3_600_000);
});

test('a short year checks more often, but never all the time', () => {
  expect(checkIntervalMs(120_000)).toBe(2_301);
  expect(checkIntervalMs(10_000)).toBe(2_000);
  expect(roundIntervalMs(10_000)).toBe(1_000);
});

test.each([
  [{ checked: 1, failing: 1 }, false],
  [{ checked: 2, failing: 2 }, false],
  [{ checked: 3, failing: 3 }, true],
  [{ checked: 10, failing: 3 }, true],
  [{ checked: 11, failing: 3 }, false],
  [{ checked: 200, failing: 59 }, false],
  [{ checked: 200, failing: 60 }, true],
])('%o is a failing fleet: %s', (round, expected) => {
  expect(isFleetFailing(round)).toBe(expected);
});
