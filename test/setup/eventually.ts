import { setTimeout as delay } from 'node:timers/promises';

/**
 * Tries until `attempt` no longer throws, and answers its value; after `timeoutMs` (default 10 s) throws what it threw
 * last. The only place of the tests with a timer.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 10_000, intervalMs = 100 }: { timeoutMs?: number; intervalMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await delay(intervalMs);
    }
  }
}
