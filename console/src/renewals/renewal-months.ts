/** What is looked at of a renewal. */
interface Ending {
  readonly status: string;
  readonly expiresAt: string;
}

/** What a renewal asks of people: nothing yet, to agree before the end, or to connect again after it. */
export const needs = ['settled', 'asked', 'ended'] as const;
export type Need = (typeof needs)[number];

export interface RenewalMonth {
  /** `2027-03`, in the reader's time zone; `earlier` stands for all before this month. */
  readonly key: string;
  /** Of the month; for `earlier` its end. */
  readonly startMs: number;
  readonly counts: Readonly<Record<Need, number>>;
}

export const earlier = 'earlier';
/** The month of today once more, a year on: who agreed today renews then. */
const monthsAhead = 13;

export function needOf({ status }: Pick<Ending, 'status'>): Need {
  if (status === 'expired') return 'ended';
  return status === 'renewal_due' ? 'asked' : 'settled';
}

export function isAtRisk(renewal: Pick<Ending, 'status'>): boolean {
  return needOf(renewal) !== 'settled';
}

export function monthOf({ expiresAt }: Pick<Ending, 'expiresAt'>, nowMs: number): string {
  const key = monthKey(expiresAt);
  return key < monthKey(nowMs) ? earlier : key;
}

/** What ended before, and the months from the one that `nowMs` is in. */
export function renewalMonths(renewals: readonly Ending[], nowMs: number): readonly RenewalMonth[] {
  const counts = new Map<string, Record<Need, number>>();
  for (const renewal of renewals) {
    const key = monthOf(renewal, nowMs);
    const own = counts.get(key) ?? { settled: 0, asked: 0, ended: 0 };
    own[needOf(renewal)] += 1;
    counts.set(key, own);
  }
  const now = new Date(nowMs);
  const startOf = (offset: number) => new Date(now.getFullYear(), now.getMonth() + offset, 1).getTime();
  const ahead = Array.from({ length: monthsAhead }, (_, offset) => startOf(offset));
  return [{ key: earlier, startMs: startOf(0) }, ...ahead.map((startMs) => ({ key: monthKey(startMs), startMs }))].map(
    (month) => ({ ...month, counts: counts.get(month.key) ?? { settled: 0, asked: 0, ended: 0 } }),
  );
}

function monthKey(moment: string | number): string {
  const date = new Date(moment);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
