import { setTimeout as delay } from 'node:timers/promises';

const maxDelayMs = 10_000;

/** Retries with a growing delay until `attempt` succeeds; resolves to undefined when `signal` aborts. */
export async function retryUntilAborted<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown, delayMs: number) => void,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let delayMs = 250; !signal.aborted; delayMs = Math.min(delayMs * 2, maxDelayMs)) {
    try {
      return await attempt();
    } catch (error) {
      onFailure(error, delayMs);
      // Rejects when `signal` aborts, which ends the loop.
      await delay(delayMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
