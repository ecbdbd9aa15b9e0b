import { activityInfo } from '@temporalio/activity';
import { reason, type Reason } from '../domain/reasons.ts';
import { dayMs } from '../domain/schedule.ts';
import { AmazonFault, type SellerRefusal } from './ports.ts';

/** Amazon sometimes refuses good tokens for a while. Not scaled with the year, because it belongs to a consent. */
const refusalIsBelievedAfterMs = { grant_refused: 30 * 60_000, access_denied: 30 * 60_000, token_refused: 2 * dayMs };
/** Time alone proves nothing after a worker was down. */
const attemptsBeforeRefusalIsBelieved = 3;

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
