/** How often one key may call. */
export interface Pace {
  readonly ratePerSecond: number;
  readonly burst: number;
}

/** Amazon's usage plans: each key has a bucket of `burst` tokens that fills at `ratePerSecond`. */
export class TokenBuckets {
  readonly pace: Pace;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; atMs: number }>();

  constructor(pace: Pace, now: () => number) {
    this.pace = pace;
    this.#now = now;
  }

  /** Takes one token; answers 0, or the seconds until there is one. */
  take(key: string): number {
    const { ratePerSecond, burst } = this.pace;
    const atMs = this.#now();
    const last = this.#buckets.get(key) ?? { tokens: burst, atMs };
    const tokens = Math.min(burst, last.tokens + ((atMs - last.atMs) / 1000) * ratePerSecond);
    const isAllowed = tokens >= 1;
    this.#buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, atMs });
    return isAllowed ? 0 : Math.ceil((1 - tokens) / ratePerSecond);
  }
}
