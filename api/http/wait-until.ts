import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a check with growing pauses; false when `timeoutMs` have passed. */
export async function waitUntil(timeoutMs: number, check: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (let intervalMs = 20; ; intervalMs = Math.min(intervalMs * 1.5, 200)) {
    if (await check()) return true;
    if (performance.now() + intervalMs > deadline) return false;
    await sleep(intervalMs);
  }
}
