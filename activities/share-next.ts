/**
 * Lets everybody who asks in the same moments share one answer. What is under way began before the question: whoever asks
 * meanwhile gets the answer of the next run, which begins when the one before has ended.
 */
export function shareNext<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;

  async function begin(): Promise<T> {
    await underWay.catch(() => undefined);
    next = undefined;
    const run = work();
    underWay = run;
    return run;
  }

  return () => (next ??= begin());
}
