import { describe, expect, it } from 'vitest';
import { retryDelayMs, webhookRetries } from '../../domain/webhook-retries.ts';

const hourMs = 3_600_000;

/** Times of the attempts of a delivery that always fails, in milliseconds after the first. */
function attempts(jitter: number): number[] {
  const at = [0];
  for (;;) {
    const sinceFirstMs = at.at(-1) ?? 0;
    const delayMs = retryDelayMs({ attempt: at.length, sinceFirstMs, jitter }, webhookRetries);
    if (delayMs === undefined) return at;
    at.push(sinceFirstMs + delayMs);
  }
}

describe('a delivery that always fails', () => {
  it('is retried after 1, 5 and 15 seconds, then after ever longer delays, for three days', () => {
    const at = attempts(0.5);
    expect(at.slice(0, 4)).toEqual([0, 1000, 6000, 21_000]);
    const delaysMs = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(delaysMs.slice(0, -1)).toEqual(delaysMs.slice(0, -1).toSorted((a, b) => a - b));
    expect(Math.max(...delaysMs)).toBe(8 * hourMs);
    expect(at.at(-1)).toBe(72 * hourMs);
    expect(at.length).toBeLessThan(25);
  });

  it('is jittered, so that deliveries that failed together are not retried together', () => {
    expect(attempts(0)[1]).toBe(900);
    expect(attempts(1)[1]).toBe(1100);
    expect(attempts(0).at(-1)).toBe(attempts(1).at(-1));
  });
});

describe('Retry-After', () => {
  const failed = { attempt: 1, sinceFirstMs: 0, jitter: 0.5 };

  it('is respected, but neither shortens our delay nor exceeds six hours', () => {
    const delayMs = (retryAfterMs: number) => retryDelayMs({ ...failed, retryAfterMs }, webhookRetries);
    expect(delayMs(10)).toBe(1000);
    expect(delayMs(120_000)).toBe(120_000);
    expect(delayMs(24 * hourMs)).toBe(6 * hourMs);
  });

  it('never exceeds the three days', () => {
    const late = { attempt: 15, sinceFirstMs: 71 * hourMs, jitter: 0.5, retryAfterMs: 5 * hourMs };
    expect(retryDelayMs(late, webhookRetries)).toBe(hourMs);
  });
});
