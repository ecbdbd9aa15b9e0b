const awayAfterMs = 60_000;
const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let lastInputMs = performance.now();
for (const input of inputs)
  addEventListener(input, () => void (lastInputMs = performance.now()), { capture: true, passive: true });

/** Whether the reader has touched neither the page nor a key for a minute. */
export function isReaderAway(): boolean {
  return performance.now() - lastInputMs > awayAfterMs;
}
