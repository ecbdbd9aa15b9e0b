/**
 * A campaign asks many sellers to agree again: spread over days, with one reminder each. Its time is a clock of its
 * own, which stands still during a pause: what was due later stays as much later, and nothing is made up for.
 */
import { amazonYearMs } from './renewal-schedule.ts';

const dayMs = 86_400_000;

export const campaignStates = ['scheduled', 'running', 'paused', 'finished', 'cancelled'] as const;
export type CampaignState = (typeof campaignStates)[number];

export function isCampaignOver(state: CampaignState): boolean {
  return state === 'finished' || state === 'cancelled';
}

/** Where one authorization stands in a campaign. */
export const campaignProgresses = ['planned', 'waiting', 'consented', 'skipped'] as const;
export type CampaignProgress = (typeof campaignProgresses)[number];

/** Statuses of stores whose seller can be asked to agree again. */
export const campaignStoreStatuses = ['active', 'renewal_due', 'expired'] as const;

export type CampaignAsk = 'first' | 'reminder';

/** However few days a campaign is given, its messages never leave faster than one in this time: a mail server's pace. */
export const messagePaceMs = 1_000;

/** From a request to its reminder, and from the last reminder to the end: a week of a year of 365 days. */
export function campaignPauseMs(yearMs: number): number {
  return Math.round((7 * dayMs * yearMs) / amazonYearMs);
}

export interface Turn {
  readonly grantId: string;
  /** On the campaign's clock, milliseconds from its start. */
  readonly afterMs: number;
}

/**
 * Gives every authorization a slot of its own and a moment within it, both taken from its id: the same whoever plans,
 * in whatever order the authorizations come.
 */
export function planTurns(
  campaignId: string,
  grantIds: readonly string[],
  { overDays, yearMs }: { readonly overDays: number; readonly yearMs: number },
): readonly Turn[] {
  const overMs = Math.round((overDays * dayMs * yearMs) / amazonYearMs);
  const slotMs = Math.max(messagePaceMs, overMs / Math.max(1, grantIds.length));
  return grantIds
    .map((grantId) => ({ grantId, place: share(`${campaignId}/${grantId}`) }))
    .toSorted((a, b) => a.place - b.place || (a.grantId < b.grantId ? -1 : 1))
    .map(({ grantId }, slot) => ({
      grantId,
      afterMs: Math.floor((slot + share(`${grantId}/${campaignId}`)) * slotMs),
    }));
}

export interface CampaignClock {
  /** How long it ran until it was last stopped. */
  readonly ranMs: number;
  /** Since when it runs, milliseconds since 1970; absent while it stands still. */
  readonly runningSinceMs?: number;
}

export function readClock({ ranMs, runningSinceMs }: CampaignClock, nowMs: number): number {
  return runningSinceMs === undefined ? ranMs : ranMs + Math.max(0, nowMs - runningSinceMs);
}

export function stopClock(clock: CampaignClock, nowMs: number): CampaignClock {
  return { ranMs: readClock(clock, nowMs) };
}

export function runClock(clock: CampaignClock, nowMs: number): CampaignClock {
  return clock.runningSinceMs === undefined ? { ...clock, runningSinceMs: nowMs } : clock;
}

/**
 * How long to wait for what is due `afterMs`: also when much fell due at once, because nobody worked for a while, the
 * messages that have just left are given their time.
 */
export function waitMs(clockMs: number, afterMs: number, messagesLeft: number): number {
  return Math.max(afterMs - clockMs, messagesLeft * messagePaceMs, 1);
}

/** A number from 0 up to 1 that looks like chance and is always the same for one text (FNV-1a, its bits mixed). */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
