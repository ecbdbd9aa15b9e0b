import { retryAfterMs } from '../http/retry-after.ts';

/** A store never waits longer than this because of a response of Amazon. */
const maxRetryAfterMs = 3_600_000;

/**
 * How long to wait, in milliseconds: `Retry-After`, and after 429 at least the time in which the rate limit
 * (`x-amzn-RateLimit-Limit`, requests per second) permits one more request.
 */
export function amazonRetryAfterMs(headers: Headers, status: number, nowMs: number): number | undefined {
  const delaysMs = [retryAfterMs(headers.get('retry-after'), nowMs)];
  if (status === 429) delaysMs.push(requestIntervalMs(headers.get('x-amzn-ratelimit-limit')));
  const requestedMs = delaysMs.filter((delayMs) => delayMs !== undefined);
  return requestedMs.length > 0 ? Math.min(Math.max(...requestedMs), maxRetryAfterMs) : undefined;
}

function requestIntervalMs(rateLimit: string | null): number | undefined {
  const requestsPerSecond = Number.parseFloat(rateLimit ?? '');
  return requestsPerSecond > 0 ? Math.ceil(1000 / requestsPerSecond) : undefined;
}
