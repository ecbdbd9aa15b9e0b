import type { Renewal } from '../api/look-ups.ts';

export interface RenewalMonth {
  /** `2027-03`, in the reader's time zone. */
  readonly key: string;
  readonly startMs: number;
  readonly count: number;
  readonly atRisk: number;
}

/** Needs somebody now: asked to renew, or ended. */
export function isAtRisk({ status }: Pick<Renewal, 'status'>): boolean {
  return status === 'renewal_due' || status === 'expired';
}

export function monthKey(moment: string | number): string {
  const date = new Date(moment);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** Twelve months from the one that `nowMs` is in. */
export function renewalMonths(renewals: readonly Renewal[], nowMs: number): readonly RenewalMonth[] {
  const now = new Date(nowMs);
  return Array.from({ length: 12 }, (_, offset) => {
    const startMs = new Date(now.getFullYear(), now.getMonth() + offset, 1).getTime();
    const key = monthKey(startMs);
    const own = renewals.filter(({ expiresAt }) => monthKey(expiresAt) === key);
    return { key, startMs, count: own.length, atRisk: own.filter(isAtRisk).length };
  });
}
