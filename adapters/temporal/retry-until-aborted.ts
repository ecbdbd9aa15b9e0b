const longestPauseMs = 10_000;

/** Tries with a growing pause until it succeeds; resolves to undefined when `signal` aborts. */
export async function retryUntilAborted<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown, pauseMs: number) => void,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let pauseMs = 250; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      onFailure(error, pauseMs);
      await pause(pauseMs, signal);
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
    await pause(intervalMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
