import type { ObservedMail, ObservedStore } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { type Authorized, type Histories, type Period, type Span } from './histories.ts';
import { receivesReminders, reminderDays, type Rules } from './rules.ts';

type Day = (typeof reminderDays)[number];

/** A mailed reminder, and the scheduled date it belongs to. */
export interface Reminded {
  readonly mail: ObservedMail;
  readonly authorized: Authorized;
  readonly period: Period;
  readonly day: Day;
  readonly dueMs: number;
}

/** The reminders with their dates, and the findings. */
export function checkReminders(histories: Histories, rules: Rules): { findings: Finding[]; reminded: Reminded[] } {
  const findings: Finding[] = [];
  const reminded: Reminded[] = [];
  const byDate = new Map<string, Reminded[]>();
  for (const { mail, days } of exactFirst(histories.record.mails)) {
    const read = readReminder(histories, rules, mail, days, byDate);
    if ('rule' in read) {
      findings.push(read);
      continue;
    }
    reminded.push(read);
    const key = dateKey(read.authorized, read.period, read.day);
    byDate.set(key, [...(byDate.get(key) ?? []), read]);
  }
  for (const same of byDate.values()) findings.push(...doubled(same));
  for (const reminder of reminded)
    findings.push(...pointless(histories, rules, reminder), ...incomplete(histories, rules, reminder));
  for (const authorized of histories.authorizations)
    for (const period of authorized.periods)
      for (const day of reminderDays) {
        const sent = byDate.get(dateKey(authorized, period, day)) ?? [];
        findings.push(...missingOrLate(histories, rules, { authorized, period, day, sent }));
      }
  return { findings, reminded };
}

/** A late reminder, which may belong to several dates, gets one that no reminder names exactly. */
function exactFirst(mails: readonly ObservedMail[]): { readonly mail: ObservedMail; readonly days: number }[] {
  const reminders = mails.flatMap((mail) => {
    const days = daysSaid(mail.subject);
    return days === undefined ? [] : [{ mail, days }];
  });
  const isLate = ({ days }: { readonly days: number }) => !reminderDays.some((day) => day === days);
  return [...reminders.filter((reminder) => !isLate(reminder)), ...reminders.filter(isLate)];
}

/** The newest scheduled day that a reminder can be about. */
export function dayOf(subject: string): Day | undefined {
  const days = daysSaid(subject);
  return days === undefined ? undefined : scheduledDays(days)[0];
}

/** From the English half of the subject. */
function daysSaid(subject: string): number | undefined {
  const [, inDays] = /authorization ends in (\d+) days?\b/.exec(subject) ?? [];
  const [, agoDays] = /authorization ended (\d+) days? ago\b/.exec(subject) ?? [];
  if (inDays !== undefined) return -Number(inDays);
  if (agoDays !== undefined) return Number(agoDays);
  return /authorization ended today\b/.test(subject) ? 0 : undefined;
}

/** The newest first. A reminder that leaves late says how many days are left by then, which may be those of a later date. */
function scheduledDays(days: number): readonly Day[] {
  return reminderDays.filter((day) => day <= days).toReversed();
}

const dateKey = (authorized: Authorized, period: Period, day: Day): string =>
  `${authorized.sellerId} ${authorized.stores[0]?.id} ${period.expiresAtMs} ${day}`;

/** A reminder belongs to the newest past date that has no other message. */
function readReminder(
  histories: Histories,
  rules: Rules,
  mail: ObservedMail,
  days: number,
  served: ReadonlyMap<string, readonly Reminded[]>,
): Reminded | Finding {
  const stores = mail.names.flatMap((name) => histories.storeByName.get(name) ?? []);
  const owners = new Set(stores.map(({ id }) => histories.authorizationOf.get(id)));
  const [authorized] = owners;
  if (authorized === undefined || owners.size > 1 || stores.length < mail.names.length) {
    const text = `The mail "${mail.subject}" to ${mail.to} of ${iso(mail.atMs)} names ${mail.names.join(', ')}, which are not the stores of one authorization.`;
    return { rule: 'reminder_unknown', text };
  }
  const dates = scheduledDays(days).flatMap((day) =>
    authorized.periods.map((period) => ({ period, day, dueMs: period.expiresAtMs + rules.days(day) })),
  );
  const past = dates.filter(({ dueMs }) => dueMs <= mail.atMs + rules.skewMs).toSorted((a, b) => b.dueMs - a.dueMs);
  const messagesOf = ({ period, day }: (typeof dates)[number]) => served.get(dateKey(authorized, period, day));
  const sameMessage = past.find((date) => messagesOf(date)?.some((other) => other.mail.messageId === mail.messageId));
  const newest = past[0];
  // Of this year: dates of an earlier one have no message because it was renewed in time.
  const unserved = past.find((date) => date.period === newest?.period && !messagesOf(date));
  const due = sameMessage ?? unserved ?? newest;
  if (due) return { mail, authorized, ...due };
  const text = `${label(authorized, stores)}: the reminder "${words(days)}" is due at ${dates[0] ? iso(dates[0].dueMs) : 'no time'}, and was mailed early, at ${iso(mail.atMs)}.`;
  return { rule: 'reminder_early', text };
}

/** One message for an authorization and date. The same Message-ID again is a repeated delivery, which mail cannot rule out. */
function doubled(same: readonly Reminded[]): Finding[] {
  const messages = new Map(same.map((reminder) => [reminder.mail.messageId, reminder]));
  const [first] = same;
  if (messages.size < 2 || !first) return [];
  const times = [...messages.values()].map(({ mail }) => `${iso(mail.atMs)} to ${mail.to}`).join(' and ');
  const text = `${label(first.authorized)}: the reminder "${words(first.day)}", due at ${iso(first.dueMs)}, is one message, and ${messages.size} were mailed: ${times}.`;
  return [{ rule: 'reminder_doubled', text }];
}

/** No reminder follows a renewal, except one that was already on its way. */
function pointless(histories: Histories, rules: Rules, { mail, authorized, period, day }: Reminded): Finding[] {
  const knownByMs = period.replacedAtMs + rules.lateMs;
  if (mail.atMs <= knownByMs) return [];
  const span = { fromMs: period.replacedAtMs, toMs: knownByMs };
  if (mail.atMs <= knownByMs + histories.delayMs(span, () => true)) return [];
  const text = `${label(authorized)}: renewed at ${iso(period.replacedAtMs)}, but the reminder "${words(day)}" was mailed at ${iso(mail.atMs)}.`;
  return [{ rule: 'reminder_pointless', text }];
}

/** Every store of the authorization that receives reminders throughout the time around the mail. */
function incomplete(histories: Histories, rules: Rules, { mail, authorized, period, day, dueMs }: Reminded): Finding[] {
  const around = { fromMs: dueMs - rules.lateMs, toMs: mail.atMs + rules.lateMs };
  // A renewal reaches the stores one after the other.
  if (period.replacedAtMs <= around.toMs) return [];
  const left = authorized.stores.filter(
    (store) => receivesThroughout(histories, store, around) && !mail.names.includes(store.name),
  );
  if (left.length === 0) return [];
  const text = `${label(authorized)}: the reminder "${words(day)}" of ${iso(mail.atMs)} names ${mail.names.join(', ')} and leaves out ${left.map(({ name }) => name).join(', ')}.`;
  return [{ rule: 'reminder_incomplete', text }];
}

interface Expected {
  readonly authorized: Authorized;
  readonly period: Period;
  readonly day: Day;
  readonly sent: readonly Reminded[];
}

function missingOrLate(histories: Histories, rules: Rules, { authorized, period, day, sent }: Expected): Finding[] {
  const dueMs = period.expiresAtMs + rules.days(day);
  const latestMs =
    dueMs + rules.lateMs + histories.delayMs({ fromMs: dueMs, toMs: dueMs + rules.lateMs }, ({ isOurs }) => isOurs);
  if (!isNeeded(histories, authorized, period, { fromMs: dueMs, toMs: latestMs })) return [];
  const firstMs = Math.min(...sent.map(({ mail }) => mail.atMs));
  if (firstMs <= latestMs) return [];
  // After an outage of the product, only the latest reminder that fell due is sent.
  const isSkipped = reminderDays.some((later) => later > day && period.expiresAtMs + rules.days(later) <= latestMs);
  const expected = `${label(authorized)}: the reminder "${words(day)}" is due at ${iso(dueMs)}`;
  if (sent.length > 0)
    return [
      { rule: 'reminder_late', text: `${expected}, and was mailed ${firstMs - dueMs} ms later, at ${iso(firstMs)}.` },
    ];
  return isSkipped
    ? []
    : [{ rule: 'reminder_missing', text: `${expected}, and was not mailed until ${iso(latestMs)}.` }];
}

/** Whether a store receives reminders from the first to the last moment at which the mail may arrive. */
function isNeeded(histories: Histories, { stores }: Authorized, period: Period, span: Span): boolean {
  const { fromMs, untilMs } = histories.record;
  if (period.replacedAtMs <= span.toMs || span.fromMs < fromMs || span.toMs > untilMs) return false;
  return stores.some((store) => receivesThroughout(histories, store, span));
}

function receivesThroughout({ statusesOf }: Histories, { id }: ObservedStore, { fromMs, toMs }: Span): boolean {
  const spans = statusesOf.get(id)?.filter((span) => span.fromMs < toMs && span.toMs > fromMs) ?? [];
  return (spans[0]?.fromMs ?? toMs) <= fromMs && spans.every(({ status }) => receivesReminders.has(status));
}

function label({ sellerId, stores }: Authorized, only: readonly ObservedStore[] = stores): string {
  return `${only.map(({ name }) => name).join(', ')} (seller ${sellerId})`;
}

function words(days: number): string {
  if (days === 0) return 'ended today';
  return days < 0 ? `${-days} days before the end` : `${days} days after the end`;
}
