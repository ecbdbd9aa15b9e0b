import { describe, expect, it } from 'vitest';
import {
  daysLeft,
  dueWarning,
  predecessorValidUntil,
  secretPeriod,
  warningAt,
  warningDays,
} from '../../domain/application-secret.ts';
import { amazonYearMs } from '../../domain/schedule.ts';

const issuedAt = '2027-01-01T00:00:00.000Z';
const secret = secretPeriod(issuedAt, amazonYearMs);

describe('the client secret of our application', () => {
  it('expires 180 days after it was created, its predecessor after 7', () => {
    expect(secret.expiresAt).toBe('2027-06-30T00:00:00.000Z');
    expect(predecessorValidUntil(issuedAt, amazonYearMs)).toBe('2027-01-08T00:00:00.000Z');
  });

  it.each([
    [30, '2027-05-31T00:00:00.000Z'],
    [14, '2027-06-16T00:00:00.000Z'],
    [7, '2027-06-23T00:00:00.000Z'],
    [3, '2027-06-27T00:00:00.000Z'],
    [1, '2027-06-29T00:00:00.000Z'],
    [0, '2027-06-30T00:00:00.000Z'],
  ])('has a warning %i days before it expires, at %s', (days, at) => {
    const index = warningDays.findIndex((warningDay) => warningDay === days);
    expect(warningAt(secret, index)).toEqual({ index, days, at });
  });

  it.each([
    ['2027-05-30T23:59:59.999Z', 0, undefined],
    ['2027-05-31T00:00:00.000Z', 0, 30],
    ['2027-06-15T00:00:00.000Z', 1, undefined],
    ['2027-06-25T00:00:00.000Z', 0, 7],
    ['2028-01-01T00:00:00.000Z', 3, 0],
    ['2028-01-01T00:00:00.000Z', 6, undefined],
  ])('at %s, with %i as the next warning, the due warning is that of day %s', (now, next, days) => {
    expect(dueWarning(secret, next, Date.parse(now))?.days).toBe(days);
  });

  it.each([
    ['2027-01-01T00:00:00.000Z', 180],
    ['2027-05-31T00:00:00.000Z', 30],
    ['2027-05-31T00:00:00.001Z', 30],
    ['2027-06-29T23:00:00.000Z', 1],
    ['2027-06-30T00:00:00.000Z', 0],
    ['2027-09-01T00:00:00.000Z', 0],
  ])('at %s has %i days left', (now, left) => {
    expect(daysLeft(secret, Date.parse(now))).toBe(left);
  });

  it('scales with the year', () => {
    const short = secretPeriod(issuedAt, 365_000);
    expect(short.expiresAt).toBe('2027-01-01T00:03:00.000Z');
    expect(warningAt(short, 0)?.at).toBe('2027-01-01T00:02:30.000Z');
    expect(daysLeft(short, Date.parse('2027-01-01T00:02:30.000Z'))).toBe(30);
    expect(predecessorValidUntil(issuedAt, 365_000)).toBe('2027-01-01T00:00:07.000Z');
  });
});
