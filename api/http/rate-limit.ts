import type { Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.ts';

/** Requests per minute and key, counted in this process. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** @throws {Problem} 429 */
  async count(key: string, response: Response): Promise<void> {
    try {
      const { remainingPoints, msBeforeNext } = await this.#limiter.consume(key);
      response.set({
        'RateLimit-Limit': String(this.#perMinute),
        'RateLimit-Remaining': String(remainingPoints),
        'RateLimit-Reset': String(Math.ceil(msBeforeNext / 1000)),
      });
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const seconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
      const detail = `More than ${this.#perMinute} requests a minute. Try again in ${seconds} seconds.`;
      throw new Problem('too_many_requests', detail, { headers: { 'Retry-After': String(seconds) } });
    }
  }

  async refund(key: string): Promise<void> {
    await this.#limiter.reward(key);
  }
}
