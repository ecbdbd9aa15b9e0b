import { activityInfo } from '@temporalio/activity';
import { reason, type Reason } from '../domain/reasons.ts';
import { dayMs } from '../domain/schedule.ts';
import type { Refused } from './contract.ts';
import { AmazonFault, SecretVaultError, type SellerRefusal } from './ports.ts';

/** Amazon sometimes refuses good tokens for a while. Not scaled with the year, because it belongs to a consent. */
const refusalIsBelievedAfterMs = { grant_refused: 30 * 60_000, access_denied: 30 * 60_000, token_refused: 2 * dayMs };
/** Time alone proves nothing after a worker was down. */
const attemptsBeforeRefusalIsBelieved = 3;
/** As long as a code lives. */
const keyIsAwaitedMs = 5 * 60_000;

/** A refusal is believed when it lasts: measured in time, because Temporal decides when it asks again. */
export function isBelieved({ kind }: SellerRefusal): boolean {
  const { attempt, scheduledTimestampMs } = activityInfo();
  if (attempt < attemptsBeforeRefusalIsBelieved) return false;
  return Date.now() - scheduledTimestampMs >= refusalIsBelievedAfterMs[kind];
}

/** Makes Temporal ask again. */
export function refusalFault(refusal: SellerRefusal): AmazonFault {
  const requestId = 'requestId' in refusal ? refusal.requestId : undefined;
  const suffix = requestId ? ` (x-amzn-RequestId ${requestId})` : '';
  return new AmazonFault('refusal', `Amazon refuses a token that should be good${suffix}`, { requestId });
}

/** Only a refusal of Login with Amazon is about the grant. */
export function refusalReason(refusal: SellerRefusal, sellerId: string): Reason {
  if (refusal.kind === 'grant_refused') return reason('authorization_revoked', { sellerId });
  return reason('access_denied', { sellerId, requestId: refusal.requestId ?? 'unknown' });
}

/**
 * A stored secret that is damaged ends only this attempt, and the seller gets a new link. A key that is missing may be put
 * back, or another worker may have it.
 */
export async function refuseUnreadable<T>(attempt: Promise<T>): Promise<T | Refused> {
  try {
    return await attempt;
  } catch (error) {
    if (!(error instanceof SecretVaultError)) throw error;
    if (error.isKeyMissing && Date.now() - activityInfo().scheduledTimestampMs < keyIsAwaitedMs) throw error;
    return { outcome: 'refused', reason: reason('authorization_unreadable') };
  }
}
