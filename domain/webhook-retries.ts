/** The retry schedule of webhook deliveries. In real time: a scaled year does not scale it. */
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

export interface WebhookRetries {
  /** Delays after the first, second … failed attempt; the last one repeats. */
  readonly delaysMs: readonly number[];
  /** Counted from the first attempt; after that, the delivery has failed. */
  readonly giveUpAfterMs: number;
  /** An endpoint is disabled after this long without a successful delivery. */
  readonly disableAfterMs: number;
  /** Longer `Retry-After` values are cut to this. */
  readonly maxRetryAfterMs: number;
}

export const webhookRetries: WebhookRetries = {
  delaysMs: [
    secondMs,
    5 * secondMs,
    15 * secondMs,
    minuteMs,
    5 * minuteMs,
    15 * minuteMs,
    hourMs,
    2 * hourMs,
    4 * hourMs,
    8 * hourMs,
  ],
  giveUpAfterMs: 72 * hourMs,
  disableAfterMs: 72 * hourMs,
  maxRetryAfterMs: 6 * hourMs,
};

export interface FailedAttempt {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly sinceFirstMs: number;
  /** From the `Retry-After` of the endpoint. */
  readonly retryAfterMs?: number;
  /** A random number from 0 to 1, so that deliveries that failed together are not retried together. */
  readonly jitter: number;
}

/** Delay until the next attempt; undefined when there is none. The last attempt is exactly at `giveUpAfterMs`. */
export function retryDelayMs(
  { attempt, sinceFirstMs, retryAfterMs = 0, jitter }: FailedAttempt,
  { delaysMs, giveUpAfterMs, maxRetryAfterMs }: WebhookRetries,
): number | undefined {
  const leftMs = giveUpAfterMs - sinceFirstMs;
  if (leftMs <= 0) return undefined;
  const plannedMs = delaysMs[Math.min(attempt, delaysMs.length) - 1] ?? 0;
  const jitteredMs = plannedMs * (0.9 + 0.2 * jitter);
  const delayMs = Math.max(jitteredMs, Math.min(retryAfterMs, maxRetryAfterMs));
  return Math.round(Math.min(delayMs, leftMs));
}
