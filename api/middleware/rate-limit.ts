import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { bearsToken } from './authenticate.ts';

/** So many requests a minute per token or, without a valid one, per address. Counted in this process. */
export function rateLimit(deps: ApiDeps): RequestHandler {
  const limiter = new RateLimiterMemory({ points: deps.rateLimitPerMinute, duration: 60 });
  return async (request, response, next) => {
    const key = bearsToken(request, deps) ? 'token' : `address ${request.ip ?? ''}`;
    try {
      const { remainingPoints, msBeforeNext } = await limiter.consume(key);
      response.set({
        'RateLimit-Limit': String(deps.rateLimitPerMinute),
        'RateLimit-Remaining': String(remainingPoints),
        'RateLimit-Reset': String(Math.ceil(msBeforeNext / 1000)),
      });
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const detail = `More than ${deps.rateLimitPerMinute} requests a minute. Try again in ${seconds} seconds.`;
      throw new Problem('too_many_requests', detail, { headers: { 'Retry-After': String(seconds) } });
    }
    next();
  };
}
