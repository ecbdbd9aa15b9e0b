import { setTimeout as delay } from 'node:timers/promises';
import { limitMs } from './scaled-time.ts';

const [shortestMs, longestMs] = [50, 400];

/** Thrown by an attempt that further attempts cannot change: it fails at once. */
export class HopelessError extends Error {}

/**
 * Tries until `attempt` no longer throws, and returns its value; after `timeoutMs` (default 10 s; longer on a slow
 * machine) throws the last error. Without `intervalMs`, the pauses grow with the wait, because the machine is shared.
 * The only place of the tests with a timer.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 10_000, intervalMs }: { timeoutMs?: number; intervalMs?: number } = {},
): Promise<T> {
  const startedAt = Date.now();
  const endsAt = startedAt + limitMs(timeoutMs);
  const pauseMs = (): number => Math.min(longestMs, Math.max(shortestMs, (Date.now() - startedAt) / 10));
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof HopelessError || Date.now() >= endsAt) throw error;
      await delay(intervalMs ?? pauseMs());
    }
  }
}
