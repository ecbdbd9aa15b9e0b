import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
  type WorkflowOptions,
} from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import {
  applicationSecretId,
  campaignWorkflowId,
  fleetWatchId,
  importWorkflowId,
  messageWorkflowId,
  storeIdOfWorkflow,
  storeWorkflowId,
} from '../../domain/ids.ts';
import { markdownText } from '../../domain/markdown-text.ts';
import type { StoreRestart } from '../../domain/store-restart.ts';
import type * as workflows from '../../workflows/index.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributesAtStart } from '../../workflows/store/search-attributes.ts';

type Workflows = typeof workflows;
type WorkflowType = keyof Workflows;

interface Execution<T extends WorkflowType> {
  readonly workflowId: string;
  readonly input: Parameters<Workflows[T]>[0];
  /** Markdown for operators in Temporal UI; no personal data. Temporal accepts 400 bytes. */
  readonly summary: string;
}

export interface GatewayOptions {
  readonly taskQueue: string;
  /** Of the creation of a store, which waits for an answer of its workflow. */
  readonly creationTimeoutMs: number;
  readonly callTimeoutMs: number;
}

/** `failed`: the last run was cancelled or terminated, failed, or timed out. `absent`: Temporal knows no run. */
export type WorkflowState = 'running' | 'completed' | 'failed' | 'absent';

/** For activities, which Temporal retries after a timeout. */
export const workerTimeouts = { creationTimeoutMs: 5000, callTimeoutMs: 10_000 };

/**
 * The one place that starts and signals our workflows. Types, inputs and signals are checked by the compiler. A start
 * that is repeated has no further effect. Throws what the SDK throws.
 */
export class TemporalGateway {
  private readonly client: Client;
  private readonly options: GatewayOptions;

  constructor(client: Client, options: GatewayOptions) {
    this.client = client;
    this.options = options;
  }

  /** Resolves when the store is recorded or refused; a repetition has the same result. */
  createStore(input: messages.StoreOnboardingInput): Promise<messages.CreationResult> {
    const { storeId, name, country, website } = input;
    const startWorkflowOperation = new WithStartWorkflowOperation('storeOnboarding' satisfies WorkflowType, {
      ...this.startOptions<'storeOnboarding'>({
        workflowId: storeWorkflowId(storeId),
        input,
        summary: storeSummary(name, country, website),
      }),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: searchAttributesAtStart(input),
    });
    // Rejected together with the call below, whose error is the one that is handled.
    startWorkflowOperation.workflowHandle().catch(() => undefined);
    return this.within(this.options.creationTimeoutMs, () =>
      this.client.workflow.executeUpdateWithStart(messages.createStore, { updateId: 'create', startWorkflowOperation }),
    );
  }

  /**
   * Starts the workflow of a store whose last run has ended. False when it is running: then nothing is started. A start
   * that follows an ended run is permitted here, and only here.
   */
  async restartStore(restart: StoreRestart): Promise<boolean> {
    const { storeId, name, country, website } = restart;
    const execution = {
      workflowId: storeWorkflowId(storeId),
      input: restart,
      summary: storeSummary(name, country, website),
    };
    try {
      await this.start('storeOnboarding', execution, {
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'FAIL',
        typedSearchAttributes: searchAttributesAtStart(restart),
      });
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /** Whether the last run of the store ended without an outcome, or is unknown. */
  async isStoreGone(storeId: string): Promise<boolean> {
    const state = await this.stateOf(storeWorkflowId(storeId));
    return state === 'failed' || state === 'absent';
  }

  async stateOf(workflowId: string): Promise<WorkflowState> {
    try {
      const { status } = await this.describe(workflowId, this.options.callTimeoutMs);
      return stateOfStatus(status.name);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'absent';
      throw error;
    }
  }

  /** Runs of stores that ended without an outcome, the newest first; without `since`, all that Temporal still knows. */
  async *listEndedRuns(since: Date | undefined): AsyncIterable<{ readonly storeId: string; readonly runId: string }> {
    const type = 'storeOnboarding' satisfies WorkflowType;
    const ended = "ExecutionStatus IN ('Canceled', 'Terminated', 'Failed', 'TimedOut')";
    const period = since ? ` AND CloseTime > '${since.toISOString()}'` : '';
    const query = `WorkflowType = '${type}' AND ${ended}${period}`;
    for await (const { workflowId, runId } of this.client.workflow.list({ query, pageSize: 1000 })) {
      const storeId = storeIdOfWorkflow(workflowId);
      if (storeId !== undefined) yield { storeId, runId };
    }
  }

  /** Running workflows with several failed workflow tasks in a row. Temporal itself marks them and removes the mark. */
  async findFailingWorkflows() {
    const categories = "('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')";
    const query = `ExecutionStatus = 'Running' AND TemporalReportedProblems IN ${categories}`;
    const { count } = await this.within(this.options.callTimeoutMs, () => this.client.workflow.count(query));
    for await (const { workflowId, searchAttributes } of this.client.workflow.list({ query, pageSize: 1 })) {
      const problems = searchAttributes['TemporalReportedProblems'] ?? [];
      return { count: Math.max(count, 1), workflowId, cause: problems.join(', ') };
    }
    return undefined;
  }

  /** Whether the store has a workflow, running or ended; false as well when Temporal does not answer in time. */
  hasStore(storeId: string, timeoutMs: number): Promise<boolean> {
    return this.describe(storeWorkflowId(storeId), timeoutMs).then(
      () => true,
      () => false,
    );
  }

  private describe(workflowId: string, timeoutMs: number): Promise<WorkflowExecutionDescription> {
    return this.within(timeoutMs, () => this.client.workflow.getHandle(workflowId).describe());
  }

  signalStore<Args extends unknown[]>(storeId: string, signal: SignalDefinition<Args>, ...args: Args): Promise<void> {
    return this.signal(storeWorkflowId(storeId), signal, args);
  }

  /** False when the workflow of the store has ended, or is unknown. */
  async deliverConsent(storeId: string, consent: messages.AuthorizationGrantedSignal): Promise<boolean> {
    try {
      await this.signalStore(storeId, messages.authorizationGranted, consent);
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  startCampaign(input: messages.CampaignInput): Promise<void> {
    const workflowId = campaignWorkflowId(input.campaignId);
    return this.startOnce('campaign', { workflowId, input, summary: `campaign: ${markdownText(input.name)}` });
  }

  signalCampaign(campaignId: string, signal: SignalDefinition): Promise<void> {
    return this.signal(campaignWorkflowId(campaignId), signal, []);
  }

  startImport(importId: string): Promise<void> {
    const workflowId = importWorkflowId(importId);
    return this.startOnce('storeImport', { workflowId, input: { v: 1, importId }, summary: 'an import of stores' });
  }

  /** Starts the delivery of a queued e-mail. */
  deliverMessage(messageId: string): Promise<void> {
    const workflowId = messageWorkflowId(messageId);
    return this.startOnce('messageDelivery', {
      workflowId,
      input: { v: 1, messageId },
      summary: 'an e-mail to be delivered',
    });
  }

  /** Every worker calls this; the fleet watch runs once. */
  startFleetWatch(): Promise<void> {
    const input = { v: 1, wasBreakerOpen: false } as const;
    const execution = { workflowId: fleetWatchId, input, summary: 'checks every connection, all year' };
    return this.start('fleetWatch', execution, { workflowIdConflictPolicy: 'USE_EXISTING' });
  }

  /** Starts the workflow that watches the dates of our client secret; a running one reads the secret again. */
  async applicationSecretChanged(): Promise<void> {
    const options = this.startOptions<'applicationSecret'>({
      workflowId: applicationSecretId,
      input: { v: 1 },
      summary: 'warns before our LWA client secret ends',
    });
    const signal = messages.applicationSecretChanged;
    await this.within(this.options.callTimeoutMs, () =>
      this.client.workflow.signalWithStart('applicationSecret' satisfies WorkflowType, { ...options, signal }),
    );
  }

  /** Does nothing while it is running, or when it has completed. */
  private async startOnce<T extends WorkflowType>(type: T, execution: Execution<T>): Promise<void> {
    try {
      await this.start(type, execution, { workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  private async start<T extends WorkflowType>(
    type: T,
    execution: Execution<T>,
    policy: Pick<WorkflowOptions, 'workflowIdReusePolicy' | 'workflowIdConflictPolicy' | 'typedSearchAttributes'>,
  ): Promise<void> {
    const options = { ...this.startOptions(execution), ...policy };
    await this.within(this.options.callTimeoutMs, () => this.client.workflow.start(type, options));
  }

  private signal<Args extends unknown[]>(
    workflowId: string,
    signal: SignalDefinition<Args>,
    args: Args,
  ): Promise<void> {
    return this.within(this.options.callTimeoutMs, () =>
      this.client.workflow.getHandle(workflowId).signal(signal, ...args),
    );
  }

  private startOptions<T extends WorkflowType>({ workflowId, input, summary }: Execution<T>) {
    return { workflowId, taskQueue: this.options.taskQueue, args: [input], staticSummary: summary };
  }

  private within<R>(timeoutMs: number, call: () => Promise<R>): Promise<R> {
    return this.client.withDeadline(Date.now() + timeoutMs, call);
  }
}

function storeSummary(...parts: readonly string[]): string {
  return parts.map((text) => markdownText(text)).join(' · ');
}

function stateOfStatus(status: WorkflowExecutionDescription['status']['name']): WorkflowState {
  if (status === 'RUNNING' || status === 'COMPLETED') return status === 'RUNNING' ? 'running' : 'completed';
  // The last run of a chain is never one that continued as new; a status that is not known starts nothing.
  return status === 'CANCELLED' || status === 'TERMINATED' || status === 'FAILED' || status === 'TIMED_OUT'
    ? 'failed'
    : 'running';
}
