/**
 * Shares one running load among all who ask meanwhile, and its result for `keptMs` afterwards. A failure is told to
 * those who waited for it and then forgotten.
 */
export function sharedLoad<T>(load: () => Promise<T>, keptMs: number): () => Promise<T> {
  let shared: { result: Promise<T>; until: number } | undefined;
  return () => {
    if (shared && performance.now() < shared.until) return shared.result;
    const mine = { result: load(), until: Number.POSITIVE_INFINITY };
    shared = mine;
    mine.result.then(
      () => {
        mine.until = performance.now() + keptMs;
      },
      () => {
        if (shared === mine) shared = undefined;
      },
    );
    return mine.result;
  };
}
