/** Every long-lived workflow on the real Temporal server, moved by `npm run nudge`. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { expect, test } from 'vitest';
import type { ApplicationActivities, CampaignActivities } from '../../activities/contract.ts';
import { nudgeWorkflows } from '../../adapters/temporal/nudge.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import type * as workflows from '../../workflows/index.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { createStoreHarness, routeActivities } from './store-harness.ts';

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();

test('a nudge moves stores, campaigns, the watch and the client secret to a new run with their state', async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const address = temporalAddress();
  const native = await NativeConnection.connect({ address });
  await registerSearchAttributes(native, 'default', searchAttributeKeys);
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const taskQueue = uniqueTaskQueue();
  const states: string[] = [];
  const activities: CampaignActivities & ApplicationActivities = {
    async startCampaign() {},
    async recordCampaignState({ campaignId, state }) {
      states.push(`${campaignId} ${state}`);
    },
    async askDueSellers() {
      const counts = { planned: 1, waiting: 0, consented: 0, skipped: 0 };
      return { counts, next: { what: 'message', inMs: 86_400_000, wakeInMs: 86_400_000 } };
    },
    async loadApplicationSecret() {
      return { issuedAt: new Date().toISOString(), expiresAt: inAYear };
    },
    async warnOfApplicationSecret() {},
    async endApplicationSecretWarning() {},
    async destroyPredecessors() {},
  };
  const harness = createStoreHarness(async () => Date.now());
  const worker = await WorkerGroup.create({
    connection: native,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: { ...routeActivities(() => harness), ...activities },
  });
  const running = worker.run();

  const id = randomUUID();
  const campaignInput = (campaignId: string, startsAt: string) =>
    ({ v: 1, campaignId, name: 'Spring', startsAt }) as const;
  const start = async (type: keyof typeof workflows, input: object) => {
    const workflowId = `nudged-${randomUUID()}`;
    await client.workflow.start(type, { workflowId, taskQueue, args: [input] });
    // Not bound to the first run.
    return client.workflow.getHandle(workflowId);
  };
  const store = { v: 1, storeId: id, name: 'Amazon Store USA', website: 'base', country: 'US' } as const;
  const waiting = await start('campaign', campaignInput('waiting', inAYear));
  const paused = await start('campaign', campaignInput('paused', new Date().toISOString()));
  const handles = [
    waiting,
    paused,
    await start('storeOnboarding', store),
    await start('fleetWatch', { v: 1, wasBreakerOpen: false }),
    await start('applicationSecret', { v: 1 }),
  ];
  await Promise.all([waiting.signal(messages.pauseRequested), paused.signal(messages.pauseRequested)]);
  await eventually(() => expect(states).toEqual(expect.arrayContaining(['waiting paused', 'paused paused'])));
  const runIds = () => Promise.all(handles.map(async (handle) => (await handle.describe()).runId));
  const before = await runIds();
  // What Temporal does not list yet is not nudged.
  await eventually(async () => {
    const { count } = await client.workflow.count(`ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`);
    expect(count).toBe(handles.length);
  });

  const counts = await nudgeWorkflows(connection, { namespace: 'default', taskQueue, perSecond: 50 }, () => undefined);
  expect(counts).toEqual({ total: 5, done: 5, failed: 0 });
  await eventually(async () => {
    const after = await runIds();
    expect(after.filter((runId, index) => runId !== before[index])).toHaveLength(handles.length);
  });
  // Both are still paused, and only one was ever started.
  await eventually(() => expect(states.filter((state) => state === 'waiting paused')).toHaveLength(2));
  await eventually(() => expect(states.filter((state) => state === 'paused paused')).toHaveLength(2));
  await Promise.all(handles.map((handle) => handle.terminate()));
  worker.shutdown();
  await running;
  await native.close();
  await connection.close();
});
