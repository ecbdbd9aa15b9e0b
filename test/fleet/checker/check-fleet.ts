/** Judges a fleet by what was observed from outside. It knows the rules of the product and nothing of its code. */
import type { FleetRecord } from '../fleet-record.ts';
import { checkConnections } from './check-connections.ts';
import { checkEvents, checkSellers } from './check-events.ts';
import { checkLimits } from './check-limits.ts';
import { checkReminders } from './check-reminders.ts';
import { checkTokens } from './check-tokens.ts';
import { checkWebhooks } from './check-webhooks.ts';
import type { Finding } from './finding.ts';
import { arrange } from './histories.ts';
import { rulesOf } from './rules.ts';

export interface Verdict {
  readonly findings: readonly Finding[];
  /** How late each reminder came, milliseconds, ascending. */
  readonly latenessMs: readonly number[];
  /** Reminders by the day they are for. */
  readonly remindersByDay: ReadonlyMap<number, number>;
  /** Mails that arrived again with the same Message-ID. */
  readonly repeatedMails: number;
}

/** `lateMs`: how late the product may be on this machine, not counting delays that were caused on purpose. */
export function checkFleet(record: FleetRecord, { lateMs }: { readonly lateMs: number }): Verdict {
  const histories = arrange(record);
  const rules = rulesOf(record.yearMs, lateMs);
  const { findings, reminded } = checkReminders(histories, rules);
  const remindersByDay = new Map<number, number>();
  const messages = new Map(reminded.toReversed().map((reminder) => [reminder.mail.messageId, reminder]));
  for (const { day } of messages.values()) remindersByDay.set(day, (remindersByDay.get(day) ?? 0) + 1);
  return {
    findings: [
      ...findings,
      ...checkConnections(histories, rules),
      ...checkLimits(record),
      ...checkEvents(histories),
      ...checkWebhooks(histories),
      ...checkSellers(histories),
      ...checkTokens(histories),
    ],
    latenessMs: [...messages.values()].map(({ mail, dueMs }) => mail.atMs - dueMs).toSorted((a, b) => a - b),
    remindersByDay,
    repeatedMails: record.mails.length - new Set(record.mails.map(({ messageId, to }) => `${messageId} ${to}`)).size,
  };
}
