import { askedWaitMs } from '../http/asked-wait.ts';

/** No answer of Amazon makes a store wait longer than this for the next try. */
const longestMs = 3_600_000;

/**
 * How long to wait, in milliseconds: `Retry-After` (seconds or a date), and after 429 at least the time in which the
 * plan in force (`x-amzn-RateLimit-Limit`, requests per second) lets one more request through.
 */
export function retryAfterMs(headers: Headers, status: number, nowMs: number): number | undefined {
  const waits = [askedWaitMs(headers.get('retry-after'), nowMs)];
  if (status === 429) waits.push(paced(headers.get('x-amzn-ratelimit-limit')));
  const known = waits.filter((wait) => wait !== undefined);
  return known.length > 0 ? Math.min(Math.max(...known), longestMs) : undefined;
}

function paced(value: string | null): number | undefined {
  const perSecond = Number.parseFloat(value ?? '');
  return perSecond > 0 ? Math.ceil(1000 / perSecond) : undefined;
}
