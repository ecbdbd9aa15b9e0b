import { NativeConnection, type TLSConfig } from '@temporalio/worker';
import { retryUntilAborted } from './retry-until-aborted.ts';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: TLSConfig | boolean;
  /** Headers of every call. */
  readonly metadata?: Record<string, string>;
}

/**
 * Connects, with retries until `signal` aborts: the SDK retries everything except its first connection. Resolves to
 * undefined when aborted.
 */
export function connectWorker(
  { address, apiKey, tls, metadata }: TemporalAddress,
  onFailure: (error: unknown, delayMs: number) => void,
  signal: AbortSignal,
): Promise<NativeConnection | undefined> {
  return retryUntilAborted(() => NativeConnection.connect({ address, apiKey, tls, metadata }), onFailure, signal);
}
