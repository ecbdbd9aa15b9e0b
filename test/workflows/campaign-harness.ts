/** A campaign over the time-skipping server: the real workflow and activities, on turns that lie in memory. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import { createCampaignActivities } from '../../activities/campaign-activities.ts';
import type { CampaignActivities } from '../../activities/contract.ts';
import type { CampaignRecords } from '../../activities/ports.ts';
import { type CampaignAsk, type CampaignState, planTurns } from '../../domain/campaign.ts';
import { campaignWorkflowId } from '../../domain/ids.ts';
import { amazonYearMs } from '../../domain/renewal-schedule.ts';
import type { CampaignInput, CampaignOutcome } from '../../workflows/messages.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { createTimeSkippingEnvironment, workflowBundle } from '../setup/temporal.ts';

export interface Asked {
  readonly grantId: string;
  readonly ask: CampaignAsk;
  readonly atMs: number;
}

export interface CampaignRun {
  readonly campaignId: string;
  readonly handle: WorkflowHandle<(input: CampaignInput) => Promise<CampaignOutcome>>;
  readonly asked: Asked[];
  readonly states: CampaignState[];
  readonly agreed: Set<string>;
  readonly startedAtMs: number;
}

export interface CampaignFixture {
  env: TestWorkflowEnvironment;
  start(options: {
    sellers: number;
    overDays: number;
    startsInDays?: number;
    onAsked?: (asked: Asked, run: CampaignRun) => void;
  }): Promise<CampaignRun>;
  sleepDays(days: number): Promise<void>;
}

export function useCampaigns(): CampaignFixture {
  const fixture = {} as CampaignFixture;
  const taskQueue = `test-${randomUUID()}`;
  let activities: CampaignActivities;
  let worker: Worker;
  let running: Promise<void>;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const env = await createTimeSkippingEnvironment();
    worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: workflowBundle(),
      activities: {
        startCampaign: (id: string) => activities.startCampaign(id),
        askDueSellers: (due: Parameters<CampaignActivities['askDueSellers']>[0]) => activities.askDueSellers(due),
        recordCampaignState: (change: Parameters<CampaignActivities['recordCampaignState']>[0]) =>
          activities.recordCampaignState(change),
      } satisfies CampaignActivities,
    });
    running = worker.run();
    fixture.env = env;
    fixture.sleepDays = (days) => env.sleep(Math.round(days * 86_400_000));
    fixture.start = async ({ sellers, overDays, startsInDays = 0, onAsked }) => {
      const campaignId = randomUUID();
      const workflowId = campaignWorkflowId(campaignId);
      const startedAtMs = await env.currentTimeMs();
      const run: CampaignRun = {
        campaignId,
        // Not pinned to the first run: a big campaign continues as new.
        handle: env.client.workflow.getHandle(workflowId),
        asked: [],
        states: [],
        agreed: new Set(),
        startedAtMs,
      };
      const campaigns = recordsInMemory(run, { sellers, overDays }, async (grantId, ask) => {
        const asked = { grantId, ask, atMs: await env.currentTimeMs() };
        run.asked.push(asked);
        onAsked?.(asked, run);
      });
      activities = createCampaignActivities({ campaigns, dispatchMessage: async () => undefined }, amazonYearMs);
      const startsAt = new Date(startedAtMs + startsInDays * 86_400_000).toISOString();
      const input: CampaignInput = { v: 1, campaignId, name: 'A new role', startsAt };
      await env.client.workflow.start('campaign', { workflowId, taskQueue, args: [input] });
      return run;
    };
  }, limitMs(60_000));

  afterAll(async () => {
    worker?.shutdown();
    await running;
    await fixture.env?.teardown();
  });
  return fixture;
}

interface Turn {
  readonly grantId: string;
  readonly ask: CampaignAsk;
  readonly afterMs: number;
  done: boolean;
}

function recordsInMemory(
  { campaignId, agreed, states }: CampaignRun,
  { sellers, overDays }: { sellers: number; overDays: number },
  ask: (grantId: string, ask: CampaignAsk) => Promise<void>,
): CampaignRecords {
  let turns: Turn[] = [];
  const first = new Set<string>();
  const open = () => turns.filter(({ done }) => !done).toSorted((a, b) => a.afterMs - b.afterMs);
  return {
    async startCampaign(_id, yearMs) {
      const grantIds = Array.from({ length: sellers }, (_, index) => `grant-${index}`);
      turns = planTurns(campaignId, grantIds, { overDays, yearMs }).map((turn) => ({
        ...turn,
        ask: 'first',
        done: false,
      }));
    },
    async settleAsks() {
      for (const turn of turns) turn.done ||= agreed.has(turn.grantId);
    },
    listDueAsks: async (_id, clockMs, limit) =>
      open()
        .filter(({ afterMs }) => afterMs <= clockMs)
        .slice(0, limit),
    async queueAsk(_id, due) {
      first.add(due.grantId);
      await ask(due.grantId, due.ask);
      return { messageId: `${due.grantId}/${due.ask}` };
    },
    async markAsked(_id, due, reminderAfterMs) {
      for (const turn of turns) turn.done ||= turn.grantId === due.grantId && turn.ask === due.ask;
      if (reminderAfterMs !== undefined)
        turns.push({ grantId: due.grantId, ask: 'reminder', afterMs: reminderAfterMs, done: false });
    },
    async readPlan() {
      const consented = [...agreed].filter((grantId) => first.has(grantId)).length;
      const skipped = agreed.size - consented;
      const waiting = first.size - consented;
      const [next] = open();
      return {
        counts: { planned: sellers - waiting - consented - skipped, waiting, consented, skipped },
        ...(next && { nextAfterMs: next.afterMs }),
        lastAfterMs: Math.max(0, ...turns.map(({ afterMs }) => afterMs)),
      };
    },
    async recordCampaign(_id, state) {
      if (states.at(-1) !== state) states.push(state);
    },
  };
}
