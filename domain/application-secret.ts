/**
 * The LWA client secret of our application. Amazon: it expires 180 days after it was made, and its predecessor works
 * for 7 days more. No API tells either date, so this clock is ours; a scaled year scales it.
 */
import { amazonYearMs } from './renewal-schedule.ts';

const dayMs = 86_400_000;
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
  return { issuedAt, expiresAt: later(issuedAt, (validDays * dayMs * yearMs) / amazonYearMs) };
}

/** `replacedAt`: when its successor was made. */
export function predecessorValidUntil(replacedAt: string, yearMs: number): string {
  return later(replacedAt, overlapMs(yearMs));
}

export function overlapMs(yearMs: number): number {
  return (overlapDays * dayMs * yearMs) / amazonYearMs;
}

export function warningAt(period: SecretPeriod, index: number): SecretWarning | undefined {
  const days = warningDays[index];
  if (days === undefined) return undefined;
  return { index, days, at: later(period.expiresAt, -days * dayOf(period)) };
}

/** The latest of the warnings that fell due: after a long absence one is enough. `nextIndex` is the first not given yet. */
export function dueWarning(period: SecretPeriod, nextIndex: number, nowMs: number): SecretWarning | undefined {
  let due: SecretWarning | undefined;
  for (let index = nextIndex; index < warningDays.length; index += 1) {
    const warning = warningAt(period, index);
    if (!warning || Date.parse(warning.at) > nowMs) break;
    due = warning;
  }
  return due;
}

/** In days as Amazon counts them, begun ones included; 0 from the end on. */
export function daysLeft(period: SecretPeriod, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(period.expiresAt) - nowMs) / dayOf(period)));
}

/** Milliseconds of this secret's time that stand for one of its 180 days. */
function dayOf({ issuedAt, expiresAt }: SecretPeriod): number {
  return (Date.parse(expiresAt) - Date.parse(issuedAt)) / validDays;
}

function later(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + Math.round(ms)).toISOString();
}
