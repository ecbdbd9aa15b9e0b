import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps } from '../deps.ts';
import { clientKey } from '../http/client-address.ts';
import { Problem } from '../http/problem.ts';
import type { SignInAlarm } from './sign-in-alarm.ts';

const maxPerAddress = 20;
/** Of all addresses together: many that each guess a little raise the alarm as well. */
const maxOfAll = 200;
const windowSeconds = 60;

/**
 * Wrong tokens and failed sign-ins of a minute, per address and in this process. An attempt counts as failed before
 * anything is compared; after too many, even a right token is refused until the minute is over.
 */
export class FailedAttempts {
  readonly #limiter: RateLimiterMemory;
  readonly #all = new RateLimiterMemory({ points: maxOfAll, duration: windowSeconds });
  readonly #alarm: Pick<SignInAlarm, 'raise'>;

  constructor({ rateLimitPerMinute }: Pick<ApiDeps, 'rateLimitPerMinute'>, alarm: Pick<SignInAlarm, 'raise'>) {
    this.#limiter = new RateLimiterMemory({
      points: Math.min(maxPerAddress, rateLimitPerMinute),
      duration: windowSeconds,
    });
    this.#alarm = alarm;
  }

  /** Call `succeeded` when it was no failure. @throws {Problem} 429 */
  async begin(request: Request): Promise<void> {
    const key = clientKey(request);
    const ofAll = await consume(this.#all, 'all');
    if (ofAll.consumedPoints === maxOfAll + 1) this.#alarm.raise(key, ofAll.consumedPoints);
    const attempts = await consume(this.#limiter, key);
    if (attempts.consumedPoints <= this.#limiter.points) return;
    this.#alarm.raise(key, attempts.consumedPoints);
    throw refusal(attempts);
  }

  async succeeded(request: Request): Promise<void> {
    await Promise.all([this.#limiter.reward(clientKey(request)), this.#all.reward('all')]);
  }

  /** For a token that was valid before, which is no guess. @throws {Problem} 429 */
  async check(request: Request): Promise<void> {
    const attempts = await this.#limiter.get(clientKey(request));
    if (attempts && attempts.consumedPoints >= this.#limiter.points) throw refusal(attempts);
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  return limiter.consume(key).catch((rejection: unknown) => {
    if (rejection instanceof RateLimiterRes) return rejection;
    throw rejection;
  });
}

function refusal({ msBeforeNext }: RateLimiterRes): Problem {
  const seconds = String(Math.max(1, Math.ceil(msBeforeNext / 1000)));
  const detail = `Too many wrong tokens or sign-ins came from your address. Wait ${seconds} seconds, then use the right token.`;
  return new Problem('too_many_requests', detail, { headers: { 'Retry-After': seconds } });
}
