/** A campaign on the time-skipping server: the real workflow and activities, with the plan in memory. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import { type CampaignActivityDeps, createCampaignActivities } from '../../activities/campaign-activities.ts';
import type { CampaignActivities } from '../../activities/contract.ts';
import { type CampaignEmail, type CampaignState, scheduleReminders } from '../../domain/campaign.ts';
import { campaignWorkflowId } from '../../domain/ids.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { campaign } from '../../workflows/index.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { createTimeSkippingEnvironment, workflowBundle } from '../setup/temporal.ts';

const dayMs = 86_400_000;

export interface SentRequest {
  readonly authorizationId: string;
  readonly ask: CampaignEmail;
  readonly atMs: number;
}

export interface CampaignRun {
  readonly campaignId: string;
  readonly handle: WorkflowHandle<typeof campaign>;
  readonly requests: SentRequest[];
  readonly states: CampaignState[];
  /** Ids of the authorizations whose seller has consented. */
  readonly consented: Set<string>;
  readonly startedAtMs: number;
}

interface CampaignOptions {
  readonly sellers: number;
  readonly overDays: number;
  readonly startsInDays?: number;
  readonly onRequest?: (request: SentRequest, run: CampaignRun) => void;
}

export function useCampaigns(): CampaignHarness {
  const harness = new CampaignHarness();
  beforeAll(() => harness.open(), limitMs(60_000));
  afterAll(() => harness.close());
  return harness;
}

export class CampaignHarness {
  private env!: TestWorkflowEnvironment;
  private activities!: CampaignActivities;
  private readonly taskQueue = `test-${randomUUID()}`;
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;

  async open(): Promise<void> {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    this.env = await createTimeSkippingEnvironment();
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: this.taskQueue,
      workflowBundle: workflowBundle(),
      activities: {
        startCampaign: (campaignId) => this.activities.startCampaign(campaignId),
        askDueSellers: (due) => this.activities.askDueSellers(due),
        recordCampaignState: (change) => this.activities.recordCampaignState(change),
      } satisfies CampaignActivities,
    });
    this.running = this.worker.run();
  }

  async close(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
    await this.env?.teardown();
  }

  async sleepDays(days: number): Promise<void> {
    await this.env.sleep(Math.round(days * dayMs));
  }

  async start({ sellers, overDays, startsInDays = 0, onRequest }: CampaignOptions): Promise<CampaignRun> {
    const campaignId = randomUUID();
    const workflowId = campaignWorkflowId(campaignId);
    const startedAtMs = await this.env.currentTimeMs();
    const run: CampaignRun = {
      campaignId,
      // Not bound to the first run: a large campaign continues as new.
      handle: this.env.client.workflow.getHandle(workflowId),
      requests: [],
      states: [],
      consented: new Set(),
      startedAtMs,
    };
    const campaigns = planInMemory(run, { sellers, overDays }, async (authorizationId, ask) => {
      const request = { authorizationId, ask, atMs: await this.env.currentTimeMs() };
      run.requests.push(request);
      onRequest?.(request, run);
    });
    const temporal = { deliverMessage: async () => undefined };
    this.activities = createCampaignActivities({ campaigns, temporal }, amazonYearMs);
    const startsAt = new Date(startedAtMs + startsInDays * dayMs).toISOString();
    await this.env.client.workflow.start(campaign, {
      workflowId,
      taskQueue: this.taskQueue,
      args: [{ v: 1, campaignId, name: 'A new role', startsAt }],
    });
    return run;
  }
}

interface PlannedRequest {
  readonly authorizationId: string;
  readonly ask: CampaignEmail;
  readonly afterMs: number;
  isDone: boolean;
}

function planInMemory(
  { campaignId, consented, states }: CampaignRun,
  { sellers, overDays }: Pick<CampaignOptions, 'sellers' | 'overDays'>,
  send: (authorizationId: string, ask: CampaignEmail) => Promise<void>,
): CampaignActivityDeps['campaigns'] {
  let plan: PlannedRequest[] = [];
  const requested = new Set<string>();
  const open = () => plan.filter(({ isDone }) => !isDone).toSorted((a, b) => a.afterMs - b.afterMs);
  return {
    async startCampaign(_id, yearMs) {
      const authorizationIds = Array.from({ length: sellers }, (_, index) => `authorization-${index}`);
      plan = scheduleReminders(campaignId, authorizationIds, { overDays, yearMs }).map(({ grantId, afterMs }) => ({
        authorizationId: grantId,
        afterMs,
        ask: 'first',
        isDone: false,
      }));
    },
    async recordConsents() {
      for (const request of plan) request.isDone ||= consented.has(request.authorizationId);
    },
    async listDueEmails(_id, clockMs, limit) {
      return open()
        .filter(({ afterMs }) => afterMs <= clockMs)
        .slice(0, limit);
    },
    async queueEmail(_id, { authorizationId, ask }) {
      requested.add(authorizationId);
      await send(authorizationId, ask);
      return { messageId: `${authorizationId}/${ask}` };
    },
    async closeEmail(_id, { authorizationId, ask }, reminderAfterMs) {
      for (const request of plan) request.isDone ||= request.authorizationId === authorizationId && request.ask === ask;
      if (reminderAfterMs !== undefined)
        plan.push({ authorizationId, ask: 'reminder', afterMs: reminderAfterMs, isDone: false });
    },
    async readPlan() {
      const consentedCount = [...consented].filter((authorizationId) => requested.has(authorizationId)).length;
      const skipped = consented.size - consentedCount;
      const waiting = requested.size - consentedCount;
      return {
        counts: {
          planned: sellers - waiting - consentedCount - skipped,
          waiting,
          consented: consentedCount,
          skipped,
        },
        nextAfterMs: open()[0]?.afterMs,
        lastAfterMs: Math.max(0, ...plan.map(({ afterMs }) => afterMs)),
      };
    },
    async recordCampaign(_id, state) {
      if (states.at(-1) !== state) states.push(state);
    },
  };
}
