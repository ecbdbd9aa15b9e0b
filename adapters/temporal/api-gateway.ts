import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import type { Reason } from '../../domain/reasons.ts';
import type { CampaignInput, StoreOnboardingInput } from '../../workflows/messages.ts';
import type { TemporalAddress } from './connect-worker.ts';
import { TemporalGateway } from './gateway.ts';
import { checkServer, checkWorkers, type HealthCheck } from './health-checks.ts';
import { TemporalUnavailable } from './temporal-unavailable.ts';

const timeouts = { creationTimeoutMs: 1500, callTimeoutMs: 2000 };
const lookUpTimeoutMs = 800;
const healthTimeoutMs = 900;

export type StoreCreation =
  | { readonly kind: 'created' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** Temporal has the store, but its workflow has not answered yet, or was started by an earlier request. */
  | { readonly kind: 'accepted' };

/** `gone`: the workflow has ended. */
export interface SignalResult {
  readonly kind: 'sent' | 'gone';
}

export type Temporal = Omit<ApiGateway, 'close'>;

/**
 * The gateway as the API uses it: connects on first use and reconnects whenever Temporal is back. Every call settles
 * within three seconds and throws `TemporalUnavailable` when Temporal cannot be reached.
 */
export class ApiGateway {
  private readonly address: TemporalAddress;
  private readonly taskQueue: string;
  private readonly connection: Connection;
  private readonly gateway: TemporalGateway;
  private readonly pending = new Set<Promise<unknown>>();

  constructor(address: TemporalAddress, taskQueue: string) {
    this.address = address;
    this.taskQueue = taskQueue;
    this.connection = Connection.lazy({
      address: address.address,
      apiKey: address.apiKey,
      tls: address.tls,
      metadata: address.metadata,
      // Short delays: a retry must fit into the timeout of its call, and a reconnect into the patience of a person.
      interceptors: [makeGrpcRetryInterceptor({ ...defaultGrpcRetryOptions(), delayFunction: () => 150 })],
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 },
    });
    const client = new Client({ connection: this.connection, namespace: address.namespace });
    this.gateway = new TemporalGateway(client, { taskQueue, ...timeouts });
  }

  async createStore(input: StoreOnboardingInput): Promise<StoreCreation> {
    try {
      const result = await this.track(this.gateway.createStore(input));
      return result.outcome === 'created' ? { kind: 'created' } : { kind: 'refused', reason: result.reason };
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return { kind: 'accepted' };
      // The start is a part of the call that timed out, and has usually been made.
      const isTimeout = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
      if (isTimeout && (await this.track(this.gateway.hasStore(input.storeId, lookUpTimeoutMs))))
        return { kind: 'accepted' };
      throw toUnavailable(error);
    }
  }

  async signalStore<Args extends unknown[]>(
    storeId: string,
    signal: SignalDefinition<Args>,
    ...args: Args
  ): Promise<SignalResult> {
    return this.deliver(this.gateway.signalStore(storeId, signal, ...args));
  }

  startCampaign(input: CampaignInput): Promise<void> {
    return this.call(this.gateway.startCampaign(input));
  }

  signalCampaign(campaignId: string, signal: SignalDefinition): Promise<SignalResult> {
    return this.deliver(this.gateway.signalCampaign(campaignId, signal));
  }

  deliverMessage(messageId: string): Promise<void> {
    return this.call(this.gateway.deliverMessage(messageId));
  }

  startImport(importId: string): Promise<void> {
    return this.call(this.gateway.startImport(importId));
  }

  applicationSecretChanged(): Promise<void> {
    return this.call(this.gateway.applicationSecretChanged());
  }

  /** Never throws; answers within about a second. `worker`: whether one polls our task queue. */
  async health(): Promise<{ readonly temporal: HealthCheck; readonly worker: HealthCheck }> {
    const { namespace } = this.address;
    const within = (check: () => Promise<HealthCheck>) =>
      this.track(this.connection.withDeadline(Date.now() + healthTimeoutMs, check));
    const [temporal, worker] = await Promise.all([
      within(() => checkServer(this.connection)),
      within(() => checkWorkers(this.connection, namespace, this.taskQueue)),
    ]);
    return { temporal, worker };
  }

  /** Waits for the calls under way: a retry on a closed channel would crash the process. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.pending]);
    await this.connection.close();
  }

  private async deliver(signal: Promise<void>): Promise<SignalResult> {
    try {
      await this.track(signal);
      return { kind: 'sent' };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
      throw toUnavailable(error);
    }
  }

  private async call(work: Promise<void>): Promise<void> {
    try {
      await this.track(work);
    } catch (error) {
      throw toUnavailable(error);
    }
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.pending.add(work);
    const settled = () => void this.pending.delete(work);
    work.then(settled, settled);
    return work;
  }
}

/** A bug stays what it is. */
function toUnavailable(error: unknown): unknown {
  const isFromServer = error instanceof ServiceError || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
  return isFromServer ? new TemporalUnavailable(error) : error;
}
