/** How the whole fleet is looked after: rarely for each connection, often enough that none dies silently. */
import { amazonYearMs } from './renewal-schedule.ts';

const dayMs = 86_400_000;

/** Each connection is checked about once a week (of a year of 365 days), never more often than every two seconds. */
export function checkIntervalMs(yearMs: number): number {
  return Math.max(2_000, Math.round((7 * dayMs * yearMs) / amazonYearMs));
}

/** Pause between two rounds, in each of which the connections that fell due are checked. */
export function roundPauseMs(yearMs: number): number {
  return Math.max(1_000, Math.round(checkIntervalMs(yearMs) / 168));
}

const breakerMinimum = 3;
const breakerShare = 0.3;

/** A share of fewer than these says little: when one of them fails, others are asked as well. */
export const leastSample = 20;

/** The breaker closes after this many rounds in a row without a fleet that fails: a spell has pauses. */
export const calmRounds = 2;

/**
 * Amazon has had spells of refusing good tokens of thousands of sellers at once: when so many connections fail in one
 * round, the cause is not a seller, and nobody's status is put in doubt.
 */
export function isFleetFailing({ checked, failing }: { readonly checked: number; readonly failing: number }): boolean {
  return failing >= breakerMinimum && failing >= checked * breakerShare;
}
