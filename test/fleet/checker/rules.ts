/**
 * The rules of the product as a customer reads them. They are repeated here instead of imported, so that an error in the
 * product's own rules is found. A scaled year scales them.
 */
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const yearDays = 365;

/** Reminders are sent on these days, counted from the end of the year. */
export const reminderDays = [-30, -14, -7, -3, -1, 0, 7, 30] as const;

export interface Rules {
  readonly yearMs: number;
  /** `days` of Amazon's year of 365, in this one. */
  readonly days: (days: number) => number;
  /** Until a lost connection is noticed: the weekly check, at most a tenth later, and an hour of confirming. */
  readonly noticedWithinMs: number;
  /** How late the product may act, not counting delays that were caused on purpose. */
  readonly lateMs: number;
  /** Between two clocks that are read one after the other. */
  readonly skewMs: number;
}

export function rulesOf(yearMs: number, lateMs: number): Rules {
  const days = (count: number): number => (count * yearMs) / yearDays;
  // A very short year is checked every two seconds, which is as often as it gets.
  const checkIntervalMs = Math.max(2000, days(7));
  return {
    yearMs,
    days,
    noticedWithinMs: checkIntervalMs * 1.1 + days(hourMs / dayMs),
    lateMs,
    skewMs: 50,
  };
}

export const connected: ReadonlySet<string> = new Set(['active', 'renewal_due']);
/** Stores with these statuses receive reminders. */
export const receivesReminders: ReadonlySet<string> = new Set([...connected, 'expired']);
