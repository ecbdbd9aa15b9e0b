import type { Request, Response } from 'express';
import type { Fault } from '../controls/faults.ts';
import { waitIfSlow } from '../http/wait-if-slow.ts';
import type { Simulation } from '../simulation.ts';
import { isRevoked, readAccessToken } from './access-tokens.ts';
import type { AccessTokenReading } from './access-tokens.ts';
import { noteForLog } from './log-amazon-requests.ts';
import { findSeller } from './sellers.ts';
import type { Seller } from './sellers.ts';
import { invalidInput, quotaExceeded, refuse, revoked, unauthorized, unavailable } from './sp-api-refusal.ts';
import type { Refusal } from './sp-api-refusal.ts';
import type { TokenBuckets } from './token-bucket.ts';

const longestUserAgent = 500;
const usualRetryAfterSeconds = 2;

/**
 * What every operation of the Selling Partner API does first: finds the seller of the access token, or answers with
 * Amazon's refusal and returns undefined. Each operation has a usage plan of its own.
 */
export async function admitRequest(
  simulation: Simulation,
  usagePlan: TokenBuckets,
  request: Request,
  response: Response,
): Promise<Seller | undefined> {
  const { faults } = simulation;
  response.set('x-amzn-RateLimit-Limit', String(usagePlan.pace.ratePerSecond));
  const token = request.get('x-amz-access-token');
  const reading = readAccessToken(simulation, token ?? '');
  const email = reading?.grant.email;
  noteForLog(response, { seller: email });
  await waitIfSlow(faults, 'slow', email);
  const refusal = faults.take('outage', email)
    ? unavailable
    : (checkHeaders(token, request.get('user-agent')) ?? checkSeller(simulation, usagePlan, reading));
  if (refusal?.isLimitExceeded) noteForLog(response, { isLimitExceeded: true });
  const seller = findSeller(email ?? '');
  if (refusal === undefined && seller !== undefined) return seller;
  refuse(response, refusal ?? revoked);
  return undefined;
}

function checkHeaders(token: string | undefined, userAgent: string | undefined): Refusal | undefined {
  if (!token) return invalidInput('The x-amz-access-token header is missing.');
  if (!userAgent) return invalidInput('The User-Agent header is missing.');
  if (userAgent.length > longestUserAgent) {
    return invalidInput(`The User-Agent header is longer than ${longestUserAgent} characters.`);
  }
  return undefined;
}

function checkSeller(
  simulation: Simulation,
  usagePlan: TokenBuckets,
  reading: AccessTokenReading,
): Refusal | undefined {
  const { faults, now } = simulation;
  if (reading === undefined) return revoked;
  if (reading.isExpired) return unauthorized('The access token you provided has expired.');
  const { grant } = reading;
  const throttled = faults.take('throttled', grant.email);
  if (throttled !== undefined) return quotaExceeded(secondsLeft(throttled, now()));
  const waitSeconds = usagePlan.take(grant.email);
  if (waitSeconds > 0) return { ...quotaExceeded(waitSeconds), isLimitExceeded: true };
  if (faults.take('false_403', grant.email) || isRevoked(simulation, grant)) return revoked;
  return faults.take('forbidden', grant.email) && unauthorized();
}

function secondsLeft({ endsAtMs }: Fault, nowMs: number): number {
  return endsAtMs === undefined ? usualRetryAfterSeconds : Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000));
}
