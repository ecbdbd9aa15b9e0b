import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import {
  applicationSecretId,
  campaignWorkflowId,
  importWorkflowId,
  messageWorkflowId,
  storeWorkflowId,
} from '../domain/ids.ts';
import * as messages from '../workflows/messages.ts';
import type { StoreOnboardingInput } from '../workflows/messages.ts';
import { type Creation, type Delivery, type Onboarding, type PartHealth, TemporalUnavailable } from './onboarding.ts';

const updateDeadlineMs = 1500;
const describeDeadlineMs = 800;
const signalDeadlineMs = 2000;
const healthDeadlineMs = 900;
/** A poll waits for up to a minute, so an idle worker is seen about that often. */
const pollerSeenMs = 70_000;
const taskQueueTypeWorkflow = 1;
const serving = 1;

export interface OnboardingClientOptions {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: boolean;
  readonly taskQueue: string;
  /** What Temporal UI can filter a store by from its first moment. */
  readonly searchAttributes?: (input: StoreOnboardingInput) => SearchAttributePair[];
}

export interface OnboardingClient extends Onboarding {
  /** Settles the calls under way first: retries pending on a closed channel would end the process. */
  close(): Promise<void>;
}

/** Connects when first needed and again whenever Temporal is back; every call has a deadline. */
export function createOnboardingClient(options: OnboardingClientOptions): OnboardingClient {
  const { namespace, taskQueue } = options;
  const connection = Connection.lazy({
    address: options.address,
    ...(options.apiKey !== undefined && { apiKey: options.apiKey }),
    tls: options.tls || null,
    // Short pauses: a retry must not outlast the deadline of its call, nor a reconnect the patience of a person.
    interceptors: [makeGrpcRetryInterceptor({ ...defaultGrpcRetryOptions(), delayFunction: () => 150 })],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 },
  });
  const client = new Client({ connection, namespace });
  const underWay = new Set<Promise<unknown>>();

  function within<T>(deadlineMs: number, call: () => Promise<T>): Promise<T> {
    const promise = connection.withDeadline(Date.now() + deadlineMs, call);
    underWay.add(promise);
    const settled = () => void underWay.delete(promise);
    promise.then(settled, settled);
    return promise;
  }

  async function createStore(input: StoreOnboardingInput): Promise<Creation> {
    const workflowId = storeWorkflowId(input.storeId);
    const startWorkflowOperation = new WithStartWorkflowOperation('storeOnboarding', {
      workflowId,
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `${input.name} · ${input.country} · ${input.website}`,
      ...(options.searchAttributes && { typedSearchAttributes: options.searchAttributes(input) }),
    });
    // It is rejected together with the call below, whose error is the one that is handled.
    startWorkflowOperation.workflowHandle().catch(() => undefined);
    try {
      const result = await within(updateDeadlineMs, () =>
        client.workflow.executeUpdateWithStart(messages.createStore, { updateId: 'create', startWorkflowOperation }),
      );
      return result.outcome === 'created' ? { kind: 'created' } : { kind: 'refused', reason: result.reason };
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return { kind: 'accepted' };
      // Also when the deadline has passed: the start is a part of the same call and has usually been made.
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError && (await exists(workflowId)))
        return { kind: 'accepted' };
      throw unavailable(error);
    }
  }

  async function exists(workflowId: string): Promise<boolean> {
    try {
      await within(describeDeadlineMs, () => client.workflow.getHandle(workflowId).describe());
      return true;
    } catch {
      return false;
    }
  }

  const tell = (storeId: string, signal: (handle: SignalTarget) => Promise<void>) =>
    tellWorkflow(storeWorkflowId(storeId), signal);

  async function tellWorkflow(workflowId: string, signal: (handle: SignalTarget) => Promise<void>): Promise<Delivery> {
    try {
      const handle = client.workflow.getHandle(workflowId);
      await within(signalDeadlineMs, () => signal(handle));
      return { kind: 'sent' };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
      throw unavailable(error);
    }
  }

  async function startOnce(type: string, workflowId: string, input: object, staticSummary: string): Promise<void> {
    try {
      await within(signalDeadlineMs, () =>
        client.workflow.start(type, {
          workflowId,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          taskQueue,
          args: [input],
          staticSummary,
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw unavailable(error);
    }
  }

  async function temporalHealth(): Promise<PartHealth> {
    try {
      const service = 'temporal.api.workflowservice.v1.WorkflowService';
      const { status } = await within(healthDeadlineMs, () => connection.healthService.check({ service }));
      if (status === serving) return { ok: true, detail: `Temporal answers at ${options.address}.` };
      return { ok: false, detail: `Temporal at ${options.address} says that it is not serving.` };
    } catch {
      return { ok: false, detail: `Temporal at ${options.address} does not answer.` };
    }
  }

  async function workerHealth(): Promise<PartHealth> {
    try {
      const { pollers } = await within(healthDeadlineMs, () =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: taskQueueTypeWorkflow,
        }),
      );
      const seen = pollers?.filter(({ lastAccessTime }) => ageMs(lastAccessTime?.seconds) < pollerSeenMs) ?? [];
      if (seen.length > 0) return { ok: true, detail: `${seen.length} polling the task queue "${taskQueue}".` };
      return { ok: false, detail: `No worker has polled the task queue "${taskQueue}" for a minute. Start one.` };
    } catch {
      return { ok: false, detail: 'Unknown, because Temporal does not answer.' };
    }
  }

  return {
    createStore,
    authorizationGranted: (storeId, granted) => tell(storeId, (h) => h.signal(messages.authorizationGranted, granted)),
    checkRequested: (storeId) => tell(storeId, (h) => h.signal(messages.checkRequested)),
    disconnectRequested: (storeId) => tell(storeId, (h) => h.signal(messages.disconnectRequested)),
    enabledChanged: (storeId, enabled) => tell(storeId, (h) => h.signal(messages.enabledChanged, { enabled })),
    storeRenamed: (storeId, name) => tell(storeId, (h) => h.signal(messages.storeRenamed, { name })),
    deletionRequested: (storeId) => tell(storeId, (h) => h.signal(messages.deletionRequested)),
    deliverMessage: (messageId) =>
      startOnce(
        'messageDelivery',
        messageWorkflowId(messageId),
        { v: 1, messageId },
        'a message to the people of a store',
      ),
    startCampaign: (input) =>
      startOnce('campaign', campaignWorkflowId(input.campaignId), input, `campaign: ${input.name}`),
    steerCampaign: (campaignId, steering) =>
      tellWorkflow(campaignWorkflowId(campaignId), (h) => h.signal(steeringSignals[steering])),
    startImport: (importId) =>
      startOnce('storeImport', importWorkflowId(importId), { v: 1, importId }, 'an import of stores'),
    async applicationSecretChanged() {
      try {
        await within(signalDeadlineMs, () =>
          client.workflow.signalWithStart('applicationSecret', {
            workflowId: applicationSecretId,
            taskQueue,
            args: [{ v: 1 }],
            signal: messages.applicationSecretChanged,
            staticSummary: 'warns before our LWA client secret ends',
          }),
        );
      } catch (error) {
        throw unavailable(error);
      }
    },
    async health() {
      const [temporal, worker] = await Promise.all([temporalHealth(), workerHealth()]);
      return { temporal, worker };
    },
    async close() {
      await Promise.allSettled([...underWay]);
      await connection.close();
    },
  };
}

const steeringSignals = {
  pause: messages.pauseRequested,
  resume: messages.resumeRequested,
  cancel: messages.cancelRequested,
} as const;

type SignalTarget = Pick<ReturnType<Client['workflow']['getHandle']>, 'signal'>;

function ageMs(seconds: { toString(): string } | null | undefined): number {
  return Date.now() - Number(seconds ?? 0) * 1000;
}

/** What Temporal could not do now; a mistake of ours stays what it is. */
function unavailable(error: unknown): unknown {
  const fromService = error instanceof ServiceError || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
  return fromService ? new TemporalUnavailable(error) : error;
}
