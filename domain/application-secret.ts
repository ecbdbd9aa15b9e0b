/**
 * The LWA client secret of our application. Amazon: it expires 180 days after it was created, and its predecessor works
 * for another 7 days. No API returns either date, so we keep them ourselves.
 */
import { addMs, dayMs, latestDue, scaleToYear } from './schedule.ts';

const validDays = 180;
const overlapDays = 7;

/** The two dates of a secret, ISO 8601 in UTC. */
export interface SecretPeriod {
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** Days before the end at which operators are warned. */
export const warningDays = [30, 14, 7, 3, 1, 0] as const;

export interface SecretWarning {
  /** Position in `warningDays`. */
  readonly index: number;
  readonly days: number;
  readonly at: string;
}

export function secretPeriod(issuedAt: string, yearMs: number): SecretPeriod {
  return { issuedAt, expiresAt: addMs(issuedAt, scaleToYear(validDays * dayMs, yearMs)) };
}

/** `replacedAt`: when its successor was created. */
export function predecessorValidUntil(replacedAt: string, yearMs: number): string {
  return addMs(replacedAt, overlapMs(yearMs));
}

export function overlapMs(yearMs: number): number {
  return scaleToYear(overlapDays * dayMs, yearMs);
}

export function warningAt(period: SecretPeriod, index: number): SecretWarning | undefined {
  const days = warningDays[index];
  if (days === undefined) return undefined;
  return { index, days, at: addMs(period.expiresAt, -days * scaledDayMs(period)) };
}

export function dueWarning(period: SecretPeriod, nextIndex: number, nowMs: number): SecretWarning | undefined {
  return latestDue((index) => warningAt(period, index), nextIndex, nowMs);
}

/** Days as Amazon counts them, rounded up; 0 once it has expired. */
export function daysLeft(period: SecretPeriod, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(period.expiresAt) - nowMs) / scaledDayMs(period)));
}

/** Length of one of the 180 days of this secret. */
function scaledDayMs({ issuedAt, expiresAt }: SecretPeriod): number {
  return (Date.parse(expiresAt) - Date.parse(issuedAt)) / validDays;
}
