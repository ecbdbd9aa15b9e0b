/** The part of a renewal that the chart needs. */
interface Expiry {
  readonly status: string;
  readonly expiresAt: string;
}

export const renewalStates = ['settled', 'requested', 'ended'] as const;
export type RenewalState = (typeof renewalStates)[number];

export interface RenewalMonth {
  /** `2027-03`, in the reader's time zone; `earlier` for everything before this month. */
  readonly key: string;
  /** Of the month; for `earlier` its end. */
  readonly startMs: number;
  readonly counts: Readonly<Record<RenewalState, number>>;
}

export const earlier = 'earlier';
/** This month, next year: what is renewed today ends then. */
const monthsAhead = 13;

function renewalState({ status }: Pick<Expiry, 'status'>): RenewalState {
  if (status === 'expired') return 'ended';
  return status === 'renewal_due' ? 'requested' : 'settled';
}

export function isAtRisk(renewal: Pick<Expiry, 'status'>): boolean {
  return renewalState(renewal) !== 'settled';
}

export function monthOf({ expiresAt }: Pick<Expiry, 'expiresAt'>, nowMs: number): string {
  const key = monthKey(expiresAt);
  return key < monthKey(nowMs) ? earlier : key;
}

/** Everything that ended earlier, then the months from this one on. */
export function renewalMonths(renewals: readonly Expiry[], nowMs: number): readonly RenewalMonth[] {
  const countsByMonth = new Map<string, Record<RenewalState, number>>();
  for (const renewal of renewals) {
    const key = monthOf(renewal, nowMs);
    const counts = countsByMonth.get(key) ?? noRenewals();
    counts[renewalState(renewal)] += 1;
    countsByMonth.set(key, counts);
  }
  const now = new Date(nowMs);
  const startOf = (offset: number) => new Date(now.getFullYear(), now.getMonth() + offset, 1).getTime();
  const ahead = Array.from({ length: monthsAhead }, (_, offset) => startOf(offset));
  return [{ key: earlier, startMs: startOf(0) }, ...ahead.map((startMs) => ({ key: monthKey(startMs), startMs }))].map(
    (month) => ({ ...month, counts: countsByMonth.get(month.key) ?? noRenewals() }),
  );
}

function noRenewals(): Record<RenewalState, number> {
  return { settled: 0, requested: 0, ended: 0 };
}

function monthKey(time: string | number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
