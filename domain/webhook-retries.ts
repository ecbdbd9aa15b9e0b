/** How long a delivery is tried. Receivers live in real time: a scaled year scales none of this. */
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

export interface WebhookRetries {
  /** Pauses after the first, second … failed attempt; the last one repeats. */
  readonly pausesMs: readonly number[];
  /** From the first attempt; then the delivery has failed. */
  readonly giveUpAfterMs: number;
  /** Of nothing but failures; then the endpoint is disabled. */
  readonly disableAfterMs: number;
  /** An endpoint cannot ask for a longer pause than this. */
  readonly longestAskedPauseMs: number;
}

export const webhookRetries: WebhookRetries = {
  pausesMs: [
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
  longestAskedPauseMs: 6 * hourMs,
};

export interface FailedAttempt {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly sinceFirstMs: number;
  /** What the endpoint asked for with `Retry-After`. */
  readonly askedPauseMs?: number;
  /** 0 … 1, so that those that failed together do not come back together. */
  readonly chance: number;
}

/** How long until the next attempt, in milliseconds; undefined when it is given up. The last one is at the very end. */
export function pauseBeforeRetryMs(
  { attempt, sinceFirstMs, askedPauseMs = 0, chance }: FailedAttempt,
  { pausesMs, giveUpAfterMs, longestAskedPauseMs }: WebhookRetries,
): number | undefined {
  const leftMs = giveUpAfterMs - sinceFirstMs;
  if (leftMs <= 0) return undefined;
  const plannedMs = pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? 0;
  const jitteredMs = plannedMs * (0.9 + 0.2 * chance);
  const wantedMs = Math.max(jitteredMs, Math.min(askedPauseMs, longestAskedPauseMs));
  return Math.round(Math.min(wantedMs, leftMs));
}
