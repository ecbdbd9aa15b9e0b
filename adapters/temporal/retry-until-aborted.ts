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

/** Repeats `round`, with a pause between the rounds, until `signal` aborts. A round that fails is reported and repeated. */
export async function repeatUntilAborted(
  round: () => Promise<void>,
  intervalMs: number,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await round().catch(onFailure);
    await delay(intervalMs, undefined, { signal }).catch(() => undefined);
  }
}
