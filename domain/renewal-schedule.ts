/**
 * The year of an authorization. Amazon: it must be renewed every 365 days, counted from the consent (UTC). No API
 * returns the date, so we keep it ourselves. Everything here is a pure function of the two dates of the authorization.
 */
import { addMs, dayMs, latestDue, scaleToYear } from './schedule.ts';

/** The two dates of an authorization, ISO 8601 in UTC. */
export interface AuthorizedPeriod {
  readonly authorizedAt: string;
  readonly expiresAt: string;
}

/** Days relative to the end of the year on which renewal is requested. */
export const reminderDays = [-30, -14, -7, -3, -1, 0, 7, 30] as const;

/** From this reminder on, the second contact of a store receives the e-mail as well. */
export const secondContactFromDay = -3;

export interface Reminder {
  /** Position in `reminderDays`. */
  readonly index: number;
  readonly days: number;
  readonly at: string;
}

export function periodFrom(authorizedAt: string, yearMs: number): AuthorizedPeriod {
  return { authorizedAt, expiresAt: addMs(authorizedAt, yearMs) };
}

/** Milliseconds of this authorization's year that stand for `ms` of Amazon's 365 days. */
export function scaleToPeriod(period: AuthorizedPeriod, ms: number): number {
  return scaleToYear(ms, Date.parse(period.expiresAt) - Date.parse(period.authorizedAt));
}

export function reminderAt(period: AuthorizedPeriod, index: number): Reminder | undefined {
  const days = reminderDays[index];
  if (days === undefined) return undefined;
  return { index, days, at: addMs(period.expiresAt, scaleToPeriod(period, days * dayMs)) };
}

/** The reminder to send at `nowMs`. `nextIndex` is the first reminder that was neither sent nor skipped. */
export function dueReminder(period: AuthorizedPeriod, nextIndex: number, nowMs: number): Reminder | undefined {
  return latestDue((index) => reminderAt(period, index), nextIndex, nowMs);
}

/** A reminder leaves a moment after its date; in a scaled year, that moment may be days. */
const promptMs = 2000;

/**
 * What a reminder says: days relative to the end of the year, negative before it. `days`: as scheduled; it is counted at
 * `nowMs` instead when the reminder is late, for example because the mail server was down.
 */
export function reminderDaysAt(period: AuthorizedPeriod, days: number, nowMs: number): number {
  const endMs = Date.parse(period.expiresAt);
  const isPrompt = nowMs - (endMs + scaleToPeriod(period, days * dayMs)) <= promptMs;
  if (isPrompt) return days;
  const passed = (nowMs - endMs) / scaleToPeriod(period, dayMs);
  return passed < 0 ? Math.min(-1, Math.round(passed)) : Math.floor(passed);
}

/** An e-mailed link is valid until the next reminder brings another; the last one until 60 days after the end. */
export function mailedLinkValidUntil(period: AuthorizedPeriod, index: number): string {
  const next = reminderAt(period, index + 1);
  if (next) return next.at;
  return addMs(period.expiresAt, scaleToPeriod(period, 60 * dayMs));
}

/** The same for a link that is created at `nowMs`, between two reminders. */
export function newMailedLinkValidUntil(period: AuthorizedPeriod, nowMs: number): string {
  const next = reminderDays.findIndex((_days, index) => Date.parse(reminderAt(period, index)?.at ?? '') > nowMs);
  return mailedLinkValidUntil(period, next < 0 ? reminderDays.length - 1 : next - 1);
}

/** A suspected revocation is checked again after this time. */
export function confirmationIntervalMs(period: AuthorizedPeriod): number {
  return scaleToPeriod(period, 30 * 60_000);
}

/** A revocation is confirmed when Amazon still refuses this long after the first refusal, however often it was checked. */
export function confirmationMs(period: AuthorizedPeriod): number {
  return 2 * confirmationIntervalMs(period);
}
