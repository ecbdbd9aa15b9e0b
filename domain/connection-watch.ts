/** How often every connection of the fleet is checked, and when so many fail that the cause must be Amazon. */
import { dayMs, scaleToYear } from './schedule.ts';
import type { SellerProof } from './seller-proof.ts';

/** Each connection is checked about once a week of a 365-day year, but at most every two seconds. */
export function checkIntervalMs(yearMs: number): number {
  return Math.max(2_000, scaleToYear(7 * dayMs, yearMs));
}

/** Below the shortest time between two scheduled checks, so that each of them proves the seller; one on request need not. */
const proofAge = 0.8;

/** Whether the seller of a token has to be proven again. */
export function isProofDue(
  { sellerProof, provedAt }: { readonly sellerProof?: SellerProof; readonly provedAt?: string },
  yearMs: number,
): boolean {
  if (sellerProof !== 'proven' || provedAt === undefined) return true;
  return Date.now() - Date.parse(provedAt) >= proofAge * checkIntervalMs(yearMs);
}

/** Time between two rounds; each round checks the connections that are due. */
export function roundIntervalMs(yearMs: number): number {
  return Math.max(1_000, Math.round(checkIntervalMs(yearMs) / 168));
}

/**
 * Amazon's spells of false refusals last hours. After this time the breaker holds no refusal back any more, and operators
 * are informed of a seller whom Amazon still refuses.
 */
export function maxSpellMs(yearMs: number): number {
  return scaleToYear(2 * dayMs, yearMs);
}

const breakerMinFailures = 3;
const breakerFailureRate = 0.3;

/** A failure rate of fewer connections than this says little: when one fails, more are checked. */
export const minSampleSize = 20;

/** The breaker closes after this many healthy rounds in a row, because an outage may be intermittent. */
export const healthyRoundsToClose = 2;

/**
 * Amazon has at times rejected the valid tokens of thousands of sellers at once. When it refuses this many in one round,
 * the cause is not a seller, and no store changes its status. A seller who has left a country is no failure.
 */
export function isFleetFailing({ checked, failing }: { readonly checked: number; readonly failing: number }): boolean {
  return failing >= breakerMinFailures && failing >= checked * breakerFailureRate;
}
