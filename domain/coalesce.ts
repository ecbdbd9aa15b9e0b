interface CoalesceOptions {
  /**
   * True: a caller joins the call that is running. False: it waits for the next call, whose result cannot be older than
   * the caller's question.
   */
  readonly joinRunning: boolean;
  /** How long later callers get the result of a successful call; needs `joinRunning`. Default: 0. */
  readonly keepMs?: number;
}

interface SharedCall<T> {
  readonly result: Promise<T>;
  joinableUntilMs: number;
}

/** Lets simultaneous callers share one call. A failure reaches all callers of the call and is not kept. */
export function coalesceCalls<T>(
  call: () => Promise<T>,
  { joinRunning, keepMs = 0 }: CoalesceOptions,
): () => Promise<T> {
  let latest: SharedCall<T> | undefined;

  return () => {
    if (latest && Date.now() < latest.joinableUntilMs) return latest.result;
    const previous = latest?.result;
    const shared = { result: joinRunning ? runNow() : runNext(), joinableUntilMs: Number.POSITIVE_INFINITY };
    latest = shared;
    return shared.result;

    async function runNow(): Promise<T> {
      try {
        const result = await call();
        shared.joinableUntilMs = Date.now() + keepMs;
        return result;
      } catch (error) {
        shared.joinableUntilMs = 0;
        throw error;
      }
    }

    async function runNext(): Promise<T> {
      await previous?.catch(() => undefined);
      shared.joinableUntilMs = 0;
      return call();
    }
  };
}
