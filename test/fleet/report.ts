import type { Verdict } from './checker/check-fleet.ts';
import { groupBy } from './checker/histories.ts';
import type { FleetRun } from './run-fleet.ts';
import type { FleetOptions } from './plan.ts';

const shownOfEach = 10;

/** A summary for people: what happened, how late the product was, and the findings. */
export function reportFleet(
  options: FleetOptions,
  { record, counts, failures, requestCount }: FleetRun,
  verdict: Verdict,
): string {
  const { latenessMs, remindersByDay, repeatedMails, findings } = verdict;
  const per = (part: number): number =>
    latenessMs[Math.min(latenessMs.length - 1, Math.floor(latenessMs.length * part))] ?? 0;
  const statuses = [...groupBy(record.stores, ({ status }) => status)].map(
    ([status, { length }]) => `${length} ${status}`,
  );
  const did = (what: string): number => record.entries.filter((entry) => entry.what === what).length;
  const reminders = [...remindersByDay].toSorted(([a], [b]) => a - b).map(([day, sent]) => `${day}: ${sent}`);
  const byRule = [...groupBy(findings, ({ rule }) => rule)];
  return [
    `Fleet of ${options.stores} stores of ${options.sellers} sellers, ${options.years} years of ${options.yearMs / 1000} s, seed ${options.seed}`,
    `Stores at the end: ${statuses.join(', ')}`,
    `Actions: ${[...counts].map(([what, times]) => `${times} ${what}`).join(', ')}`,
    `Timelines: ${did('renewed')} renewed, ${did('expired')} expired, ${did('disconnected')} disconnected, ${did('recovered')} recovered; ${record.entries.length} entries, ${record.events.length} events`,
    `Reminders by day: ${reminders.join(', ')}; ${record.mails.length} mails, ${repeatedMails} of them repeated deliveries`,
    `Lateness of reminders: p50 ${per(0.5)} ms, p99 ${per(0.99)} ms, max ${latenessMs.at(-1) ?? 0} ms`,
    `Webhooks: ${record.deliveries.length} requests, ${record.deliveries.filter(({ isAccepted }) => !isAccepted).length} of them refused on purpose, ${record.failedDeliveries.length} deliveries failed`,
    `Requests to Amazon: ${requestCount}, of them ${record.requests.length} for participations`,
    ...(failures.length > 0
      ? [
          `Actions of people that failed: ${failures.length}`,
          ...failures.slice(0, shownOfEach).map((failure) => `  ${failure.slice(0, 300)}`),
        ]
      : []),
    `Findings: ${findings.length}`,
    ...byRule.flatMap(([rule, ofRule]) => [
      `${rule} (${ofRule.length}):`,
      ...ofRule.slice(0, shownOfEach).map(({ text }) => `  ${text}`),
    ]),
  ].join('\n');
}
