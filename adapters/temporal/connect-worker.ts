import { NativeConnection } from '@temporalio/worker';
import { retryUntilAborted } from './retry-until-aborted.ts';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: boolean;
}

/**
 * Connects, trying again until it succeeds or `signal` aborts: the SDK retries everything but its first connection.
 * Resolves to undefined when aborted.
 */
export function connectWorker(
  { address, apiKey, tls }: TemporalAddress,
  onFailure: (error: unknown, pauseMs: number) => void,
  signal: AbortSignal,
): Promise<NativeConnection | undefined> {
  return retryUntilAborted(
    () => NativeConnection.connect({ address, apiKey, tls: tls || undefined }),
    onFailure,
    signal,
  );
}
