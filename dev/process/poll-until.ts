import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 50;

/**
 * Calls `check` every 50 ms: true once it returns true, false after `timeoutMs`, even when a check never settles.
 * @throws what `check` throws.
 */
export async function pollUntil(check: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  const ended = new AbortController();
  const timeout = delay(timeoutMs, false, { signal: ended.signal }).catch(() => false);
  try {
    do {
      if (await Promise.race([check(), timeout])) return true;
      await delay(pollMs);
    } while (Date.now() < deadline);
    return false;
  } finally {
    ended.abort();
  }
}
