import { NativeConnection } from '@temporalio/worker';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: boolean;
}

const longestPauseMs = 10_000;

/**
 * Connects, trying again with a growing pause until it succeeds or `signal` aborts: the SDK retries everything but its
 * first connection. Resolves to undefined when aborted.
 */
export async function connectWorker(
  { address, apiKey, tls }: TemporalAddress,
  onFailure: (error: unknown, pauseMs: number) => void,
  signal: AbortSignal,
): Promise<NativeConnection | undefined> {
  for (let pauseMs = 250; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await NativeConnection.connect({ address, apiKey, tls: tls || undefined });
    } catch (error) {
      onFailure(error, pauseMs);
      await pause(pauseMs, signal);
    }
  }
  return undefined;
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
