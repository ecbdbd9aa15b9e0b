import { Router } from 'express';
import type { Response } from 'express';
import { waitIfSlow } from '../http/wait-if-slow.ts';
import type { Fault } from '../controls/faults.ts';
import type { Simulation } from '../simulation.ts';
import { isRevoked, readAccessToken } from './access-tokens.ts';
import type { AccessTokenReading } from './access-tokens.ts';
import { noteForLog } from './log-amazon-requests.ts';
import type { Marketplace } from './marketplaces.ts';
import { findSeller } from './sellers.ts';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: string;
  readonly retryAfterSeconds?: number;
  readonly isLimitExceeded?: true;
}

const longestUserAgent = 500;
const usualRetryAfterSeconds = 2;

const unauthorized = (details: string): Refusal => ({
  status: 403,
  code: 'Unauthorized',
  message: 'Access to requested resource is denied.',
  details,
});
const revoked = unauthorized('The access token you provided is revoked, malformed or invalid.');
const invalidInput = (details: string): Refusal => ({
  status: 400,
  code: 'InvalidInput',
  message: 'Request has missing or invalid parameters and cannot be parsed.',
  details,
});
const quotaExceeded = (retryAfterSeconds: number): Refusal => ({
  status: 429,
  code: 'QuotaExceeded',
  message: 'You exceeded your quota for the requested resource.',
  retryAfterSeconds,
});
const unavailable: Refusal = {
  status: 503,
  code: 'ServiceUnavailable',
  message: 'Service is temporarily unavailable. Please try again.',
};

/** The Sellers API: the marketplaces a seller takes part in. */
export function participationsRoutes(simulation: Simulation): Router {
  const { faults, participationsPace } = simulation;
  const router = Router();

  router.get('/', async (request, response) => {
    response.set('x-amzn-RateLimit-Limit', String(participationsPace.ratePerSecond));
    const token = request.get('x-amz-access-token');
    const reading = readAccessToken(simulation, token ?? '');
    const email = reading?.grant.email;
    noteForLog(response, { seller: email });
    await waitIfSlow(faults, 'slow', email);
    const refusal = faults.take('outage', email)
      ? unavailable
      : (checkRequest(token, request.get('user-agent')) ?? checkSeller(simulation, reading));
    if (refusal?.isLimitExceeded) noteForLog(response, { isLimitExceeded: true });
    const seller = findSeller(email ?? '');
    if (refusal !== undefined || seller === undefined) return refuse(response, refusal ?? revoked);
    const suspended = faults.take('suspended', email);
    const absent = faults.take('not_participating', email);
    const payload = seller.marketplaces.map((marketplace) => ({
      marketplace,
      storeName: seller.storeName,
      participation: {
        isParticipating: !hits(absent, marketplace),
        hasSuspendedListings: hits(suspended, marketplace),
      },
    }));
    response.json({ payload });
  });
  return router;
}

function checkRequest(token: string | undefined, userAgent: string | undefined): Refusal | undefined {
  if (!token) return invalidInput('The x-amz-access-token header is missing.');
  if (!userAgent) return invalidInput('The User-Agent header is missing.');
  if (userAgent.length > longestUserAgent) {
    return invalidInput(`The User-Agent header is longer than ${longestUserAgent} characters.`);
  }
  return undefined;
}

function checkSeller(simulation: Simulation, reading: AccessTokenReading): Refusal | undefined {
  const { faults, participationsBuckets, now } = simulation;
  if (reading === undefined) return revoked;
  if (reading.isExpired) return unauthorized('The access token you provided has expired.');
  const { grant } = reading;
  const throttled = faults.take('throttled', grant.email);
  if (throttled !== undefined) return quotaExceeded(secondsLeft(throttled, now()));
  const waitSeconds = participationsBuckets.take(grant.email);
  if (waitSeconds > 0) return { ...quotaExceeded(waitSeconds), isLimitExceeded: true };
  if (faults.take('false_403', grant.email) || isRevoked(simulation, grant)) return revoked;
  return undefined;
}

function secondsLeft({ endsAtMs }: Fault, nowMs: number): number {
  return endsAtMs === undefined ? usualRetryAfterSeconds : Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000));
}

function hits(fault: Fault | undefined, { countryCode }: Marketplace): boolean {
  return fault !== undefined && (fault.country === undefined || fault.country === countryCode);
}

function refuse(response: Response, { status, code, message, details, retryAfterSeconds }: Refusal): void {
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  response.status(status).json({ errors: [{ code, message, details: details ?? '' }] });
}
