/**
 * The year of an authorization. Amazon: a grant must be renewed every 365 days, counted from the consent (UTC); no API
 * tells the date, so this clock is ours. Everything here is a pure function of the two dates of the grant: a scaled
 * year (`YEAR_LENGTH`) scales reminders, checks and confirmations with it.
 */
const dayMs = 86_400_000;
export const amazonYearMs = 365 * dayMs;

/** The two dates of an authorization, ISO 8601 in UTC. */
export interface AuthorizedPeriod {
  readonly authorizedAt: string;
  readonly expiresAt: string;
}

/** Days relative to the end of the year at which renewal is asked for. */
export const reminderDays = [-30, -14, -7, -3, -1, 0, 7, 30] as const;

/** From this reminder on, the last two before the end among them, a store's second contact is written to as well. */
export const secondContactFromDay = -3;

export interface Reminder {
  /** Position in `reminderDays`. */
  readonly index: number;
  readonly days: number;
  readonly at: string;
}

export function periodFrom(authorizedAt: string, yearMs: number): AuthorizedPeriod {
  return { authorizedAt, expiresAt: new Date(Date.parse(authorizedAt) + yearMs).toISOString() };
}

/** Milliseconds of this grant's year that stand for `ms` of Amazon's 365 days. */
export function scaled(period: AuthorizedPeriod, ms: number): number {
  const yearMs = Date.parse(period.expiresAt) - Date.parse(period.authorizedAt);
  return Math.round((ms * yearMs) / amazonYearMs);
}

export function reminderAt(period: AuthorizedPeriod, index: number): Reminder | undefined {
  const days = reminderDays[index];
  if (days === undefined) return undefined;
  const atMs = Date.parse(period.expiresAt) + scaled(period, days * dayMs);
  return { index, days, at: new Date(atMs).toISOString() };
}

/**
 * The reminder to send at `nowMs`: after a long absence only the latest of those that fell due, since asking five times
 * at once helps nobody. `nextIndex` is the first reminder not sent or skipped yet.
 */
export function dueReminder(period: AuthorizedPeriod, nextIndex: number, nowMs: number): Reminder | undefined {
  let due: Reminder | undefined;
  for (let index = nextIndex; index < reminderDays.length; index += 1) {
    const reminder = reminderAt(period, index);
    if (!reminder || Date.parse(reminder.at) > nowMs) break;
    due = reminder;
  }
  return due;
}

/** A mailed link is valid until the next reminder brings another; the last one stays valid as long as the previous pause. */
export function mailedLinkValidUntil(period: AuthorizedPeriod, index: number): string {
  const next = reminderAt(period, index + 1);
  if (next) return next.at;
  return new Date(Date.parse(period.expiresAt) + scaled(period, 60 * dayMs)).toISOString();
}

/** Revocation is confirmed by this many failing checks, `confirmationPauseMs` apart: three over an hour. */
export const confirmingChecks = 3;

export function confirmationPauseMs(period: AuthorizedPeriod): number {
  return scaled(period, 30 * 60_000);
}
