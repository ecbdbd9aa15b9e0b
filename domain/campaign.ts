/**
 * A campaign requests a new authorization from many sellers, spread over days, with one reminder each. Its due dates
 * are counted on a stopwatch that stands still during a pause.
 */
import { dayMs, scaleToYear } from './schedule.ts';

export const campaignStates = ['scheduled', 'running', 'paused', 'finished', 'cancelled'] as const;
export type CampaignState = (typeof campaignStates)[number];

export function isCampaignOver(state: CampaignState): boolean {
  return state === 'finished' || state === 'cancelled';
}

/** State of one authorization within a campaign. */
export const campaignProgresses = ['planned', 'waiting', 'consented', 'skipped'] as const;
export type CampaignProgress = (typeof campaignProgresses)[number];

/** Statuses of stores that a campaign can include. */
export const campaignStoreStatuses = ['active', 'renewal_due', 'expired'] as const;

export type CampaignEmail = 'first' | 'reminder';

/** Minimum time between two e-mails of a campaign, however short it is: the pace of a mail server. */
export const minMessageIntervalMs = 1_000;

/** From a request to its reminder, and from the last reminder to the end: a week of a 365-day year. */
export function reminderDelayMs(yearMs: number): number {
  return scaleToYear(7 * dayMs, yearMs);
}

export interface ScheduledReminder {
  readonly grantId: string;
  /** Milliseconds on the stopwatch of the campaign. */
  readonly afterMs: number;
}

/**
 * Gives every authorization its own slot and a moment within it. Both are derived from its id, so that the plan is the
 * same in whatever order the authorizations come.
 */
export function scheduleReminders(
  campaignId: string,
  grantIds: readonly string[],
  { overDays, yearMs }: { readonly overDays: number; readonly yearMs: number },
): readonly ScheduledReminder[] {
  const overMs = scaleToYear(overDays * dayMs, yearMs);
  const slotMs = Math.max(minMessageIntervalMs, overMs / Math.max(1, grantIds.length));
  return grantIds
    .map((grantId) => ({ grantId, place: hashFraction(`${campaignId}/${grantId}`) }))
    .toSorted((a, b) => a.place - b.place || (a.grantId < b.grantId ? -1 : 1))
    .map(({ grantId }, slot) => ({
      grantId,
      afterMs: Math.floor((slot + hashFraction(`${grantId}/${campaignId}`)) * slotMs),
    }));
}

/** How long to wait until `afterMs` on the stopwatch, but at least long enough for the e-mails that were just sent. */
export function delayUntilDueMs(elapsed: number, afterMs: number, emailsSent: number): number {
  return Math.max(afterMs - elapsed, emailsSent * minMessageIntervalMs, 1);
}

/** Hashes a text to a number from 0 up to 1, evenly distributed (FNV-1a with a finalizer). */
function hashFraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
