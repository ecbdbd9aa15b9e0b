import { fileURLToPath } from 'node:url';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { bundleWorkflowCode, type InjectedSinks, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { StoreChange } from '../../activities/contract.ts';
import type { StoreOnRecord } from '../../activities/ports.ts';
import { campaignWorkflowId, messageWorkflowId, storeWorkflowId } from '../../domain/ids.ts';
import type { CampaignOutcome, StoreOnboardingInput } from '../../workflows/messages.ts';
import type { ReportSinks } from '../../workflows/report-changes.ts';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

/**
 * What the histories of workflows say. The state of a store comes from a replay in this process: no worker has to run,
 * and no workflow notices.
 */
export class WorkflowHistories {
  private readonly client: Client;
  private bundle: Promise<WorkflowBundle> | undefined;

  constructor(client: Client) {
    this.client = client;
  }

  /** Ids of the running workflows of a type. */
  async *listRunning(type: 'storeOnboarding' | 'campaign'): AsyncIterable<string> {
    const query = `WorkflowType = '${type}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 1000 })) yield workflowId;
  }

  async *readStores(storeIds: AsyncIterable<string>): AsyncIterable<StoreOnRecord> {
    this.bundle ??= bundle();
    const { client } = this;
    const records = new Map<string, StoreOnRecord>();
    const changes = new Map<string, StoreChange[]>();
    const unstarted: StoreOnRecord[] = [];
    async function* histories(): AsyncGenerator<{ workflowId: string; history: History }> {
      for await (const storeId of storeIds) {
        const workflowId = storeWorkflowId(storeId);
        const history = await client.workflow.getHandle(workflowId).fetchHistory();
        const recorded: StoreChange[] = [];
        const record = toRecord(storeId, history, recorded);
        const completed = completedTasks(history.events ?? []);
        if (completed.length === 0) unstarted.push(record);
        else {
          changes.set(workflowId, recorded);
          records.set(workflowId, record);
          yield { workflowId, history: { events: completed } };
        }
      }
    }
    const sinks: InjectedSinks<ReportSinks> = {
      report: {
        changed: {
          fn: ({ workflowId }, change) => void changes.get(workflowId)?.push(change),
          callDuringReplay: true,
        },
      },
    };
    const options = { workflowBundle: await this.bundle, sinks };
    for await (const { workflowId, error } of Worker.runReplayHistories(options, histories())) {
      const record = records.get(workflowId);
      if (record) yield error ? { ...record, problem: error.name } : withState(record);
      records.delete(workflowId);
      changes.delete(workflowId);
    }
    for (const record of unstarted) yield withState(record);
  }

  /** When the last step of a running workflow ended, ISO 8601. */
  async lastStepAt(workflowId: string): Promise<string> {
    const { events } = await this.client.workflow.getHandle(workflowId).fetchHistory();
    const last = (events ?? []).findLast((event) => event.workflowTaskCompletedEventAttributes);
    return timeOf(last ?? events?.[0]);
  }

  /** How a campaign ended whose workflow has completed. */
  async outcomeOfCampaign(campaignId: string): Promise<CampaignOutcome['outcome']> {
    const result: CampaignOutcome = await this.client.workflow.result(campaignWorkflowId(campaignId));
    return result.outcome;
  }

  /** Whether the delivery of an e-mail, which has completed, was given up after days. */
  async wasGivenUp(messageId: string): Promise<boolean> {
    const { events } = await this.client.workflow.getHandle(messageWorkflowId(messageId)).fetchHistory();
    return (events ?? []).some(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'giveUpMessage',
    );
  }
}

function bundle(): Promise<WorkflowBundle> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const path = (name: string) => fileURLToPath(new URL(`../../workflows/${name}.${extension}`, import.meta.url));
  const quiet = () => undefined;
  return bundleWorkflowCode({
    workflowsPath: path('index'),
    workflowInterceptorModules: [path('report-changes')],
    logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
}

function toRecord(storeId: string, { events }: History, changes: readonly StoreChange[]): StoreOnRecord {
  const started = events?.[0];
  const [payload] = started?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (!payload) throw new Error(`The history of store ${storeId} has no start`);
  const { name, website, country, sellerId, carried } =
    defaultPayloadConverter.fromPayload<StoreOnboardingInput>(payload);
  const names = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => {
    const [argument] = signal?.signalName === 'storeRenamed' ? (signal.input?.payloads ?? []) : [];
    return argument ? [defaultPayloadConverter.fromPayload<{ name: string }>(argument).name] : [];
  });
  return {
    storeId,
    name: names.at(-1) ?? name,
    website,
    country,
    sellerId,
    startedAt: timeOf(started),
    changes,
    carried,
  };
}

function withState(record: StoreOnRecord): StoreOnRecord {
  return { ...record, carried: record.changes.at(-1)?.carried ?? record.carried };
}

function timeOf(event: HistoryEvent | undefined): string {
  const { seconds = 0, nanos = 0 } = event?.eventTime ?? {};
  return new Date(Number(seconds) * 1000 + Math.floor(Number(nanos) / 1e6)).toISOString();
}

/** The history up to the last task that has completed, with what it began: its later events have changed nothing yet. */
function completedTasks(events: readonly HistoryEvent[]): HistoryEvent[] {
  const completedAt = events.findLastIndex((event) => event.workflowTaskCompletedEventAttributes);
  if (completedAt < 0) return [];
  const rest = events.slice(completedAt + 1);
  const next = rest.findIndex((event) => !isCommand(event));
  return events.slice(0, completedAt + 1 + (next < 0 ? rest.length : next));
}

/** Every event that a task has caused names that task, except those of an update. */
function isCommand(event: HistoryEvent): boolean {
  if (event.workflowExecutionUpdateAcceptedEventAttributes) return true;
  if (event.workflowExecutionUpdateCompletedEventAttributes) return true;
  return Object.values(event).some(
    (value: unknown) => typeof value === 'object' && value !== null && 'workflowTaskCompletedEventId' in value,
  );
}
