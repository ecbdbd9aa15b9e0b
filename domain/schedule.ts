/** Dates that are counted from the start or the end of a period. A scaled year (`YEAR_LENGTH`) scales all of them. */
export const dayMs = 86_400_000;
export const amazonYearMs = 365 * dayMs;

/** Milliseconds of a year of `yearMs` that stand for `ms` of Amazon's 365 days. */
export function scaleToYear(ms: number, yearMs: number): number {
  return Math.round((ms * yearMs) / amazonYearMs);
}

/** ISO 8601 in UTC. */
export function addMs(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + Math.round(ms)).toISOString();
}

/**
 * The latest of the dates that are due at `nowMs`: after a long absence one of them is enough. `nextIndex` is the first
 * that was neither used nor skipped; `dateAt` returns undefined after the last one.
 */
export function latestDue<T extends { readonly at: string }>(
  dateAt: (index: number) => T | undefined,
  nextIndex: number,
  nowMs: number,
): T | undefined {
  const date = dateAt(nextIndex);
  if (!date || Date.parse(date.at) > nowMs) return undefined;
  return latestDue(dateAt, nextIndex + 1, nowMs) ?? date;
}
