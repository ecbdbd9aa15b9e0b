import type { FleetRecord } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { groupBy } from './histories.ts';

/** Amazon's usage plan, computed independently from its log: a bucket for each seller, filled at the plan's rate. */
export function checkLimits({ requests, pace }: FleetRecord): Finding[] {
  const findings: Finding[] = [];
  for (const [seller, ofSeller] of groupBy(requests, (request) => request.seller)) {
    let tokens = pace.burst;
    let lastMs = ofSeller[0]?.atMs ?? 0;
    for (const { atMs, isLimitExceeded, status } of ofSeller.toSorted((a, b) => a.atMs - b.atMs)) {
      tokens = Math.min(pace.burst, tokens + ((atMs - lastMs) / 1000) * pace.ratePerSecond) - 1;
      lastMs = atMs;
      // One request is the tolerance for the time between Amazon's decision and its log.
      if (tokens > -1 && !isLimitExceeded) continue;
      tokens = Math.max(tokens, 0);
      findings.push({
        rule: 'limit_exceeded',
        text: `Seller ${seller}: ${pace.ratePerSecond} requests a second and ${pace.burst} at once are allowed, and one more was made at ${iso(atMs)} (answered ${status}).`,
      });
    }
  }
  return [...findings, ...missingFromLog(requests)];
}

function missingFromLog(requests: FleetRecord['requests']): Finding[] {
  const lost = requests.findIndex(({ id }, index) => index > 0 && id <= (requests[index - 1]?.id ?? 0));
  if (lost < 0) return [];
  return [{ rule: 'log_incomplete', text: `Amazon's log restarts with ${requests[lost]?.id}: it has lost requests.` }];
}
