import { describe, expect, it } from 'vitest';
import { pauseBeforeRetryMs, webhookRetries } from '../../domain/webhook-retries.ts';

const hourMs = 3_600_000;

/** When each attempt of a delivery that always fails is made, in milliseconds after the first. */
function attempts(chance: number): number[] {
  const at = [0];
  for (;;) {
    const sinceFirstMs = at.at(-1) ?? 0;
    const pauseMs = pauseBeforeRetryMs({ attempt: at.length, sinceFirstMs, chance }, webhookRetries);
    if (pauseMs === undefined) return at;
    at.push(sinceFirstMs + pauseMs);
  }
}

describe('a delivery that always fails', () => {
  it('is tried again after 1, 5 and 15 seconds, then after ever longer, until three days are over', () => {
    const at = attempts(0.5);
    expect(at.slice(0, 4)).toEqual([0, 1000, 6000, 21_000]);
    const pausesMs = at.slice(1).map((each, index) => each - (at[index] ?? 0));
    expect(pausesMs.slice(0, -1)).toEqual(pausesMs.slice(0, -1).toSorted((a, b) => a - b));
    expect(Math.max(...pausesMs)).toBe(8 * hourMs);
    expect(at.at(-1)).toBe(72 * hourMs);
    expect(at.length).toBeLessThan(25);
  });

  it('does not come back in step with those that failed beside it', () => {
    expect(attempts(0)[1]).toBe(900);
    expect(attempts(1)[1]).toBe(1100);
    expect(attempts(0).at(-1)).toBe(attempts(1).at(-1));
  });
});

describe('a pause that the endpoint asks for', () => {
  const failed = { attempt: 1, sinceFirstMs: 0, chance: 0.5 };

  it('is respected, but neither shortens ours nor is longer than six hours', () => {
    const asking = (askedPauseMs: number) => pauseBeforeRetryMs({ ...failed, askedPauseMs }, webhookRetries);
    expect(asking(10)).toBe(1000);
    expect(asking(120_000)).toBe(120_000);
    expect(asking(24 * hourMs)).toBe(6 * hourMs);
  });

  it('never goes beyond the three days', () => {
    const late = { attempt: 15, sinceFirstMs: 71 * hourMs, chance: 0.5, askedPauseMs: 5 * hourMs };
    expect(pauseBeforeRetryMs(late, webhookRetries)).toBe(hourMs);
  });
});
