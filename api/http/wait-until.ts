import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is yes; false when `patienceMs` have passed. */
export async function waitUntil(patienceMs: number, ask: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.5, 200)) {
    if (await ask()) return true;
    if (performance.now() + pauseMs > deadline) return false;
    await pause(pauseMs);
  }
}
