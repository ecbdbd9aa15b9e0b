/** A worker process is killed while it exchanges a code: the real Temporal server, PostgreSQL and the simulated Amazon. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { storeOnboarding } from '../../workflows/index.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { type ActivityHarness, openActivityHarness } from '../activities/activity-harness.ts';
import { findStore, requestStore } from '../adapters/postgres/store-harness.ts';
import { compileProject } from '../setup/compile-project.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { type ExchangeProcess, startExchangeProcess } from './exchange-process.ts';

const taskQueue = uniqueTaskQueue();
/** A worker that has died is noticed by its missing heartbeat, after 15 seconds. */
const noticed = { timeoutMs: 30_000 };
let harness: ActivityHarness;
let client: Client;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;
let compiledDir: string;
const processes: ExchangeProcess[] = [];

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  compiledDir = compileProject();
  const address = temporalAddress();
  connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address }) });
  harness = await openActivityHarness();
  const activities = createActivities(harness.deps);
  worker = await Worker.create({
    ...{ connection, taskQueue, workflowBundle: workflowBundle(), activities },
    // The exchange runs in a process of its own.
    enableNonLocalActivities: false,
    // Every task replays the whole history, so that nondeterministic code fails here.
    maxCachedWorkflows: 0,
  });
  running = worker.run();
}, limitMs(120_000));

afterEach(async () => {
  for (const started of processes.splice(0)) await started.kill();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await harness.close();
  rmSync(compiledDir, { recursive: true, force: true });
});

/** Amazon has taken the code, the process that asked has not stored the answer, and Temporal knows that it was asked. */
async function exchangeUnderWay() {
  const storeId = await requestStore(harness);
  const handle = await client.workflow.start(storeOnboarding, {
    workflowId: storeWorkflowId(storeId),
    taskQueue,
    args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
  });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('awaiting_authorization'));
  const consent = await harness.giveConsent(storeId, `seller-${randomUUID()}@example.com`);
  const exchange = startExchangeProcess(harness, { taskQueue, compiledDir });
  processes.push(exchange);
  const { consentId, sellerId: sellingPartnerId } = consent;
  await handle.signal(messages.authorizationGranted, { consentId, sellingPartnerId });
  await exchange.answered;
  await eventually(async () => {
    const { raw } = await handle.describe();
    expect(raw.pendingActivities?.[0]?.heartbeatDetails).toBeTruthy();
  });
  return { storeId, handle, consentId, exchange };
}

async function eventsOf(handle: WorkflowHandle): Promise<readonly (string | undefined)[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).map((event) => Object.keys(event).find((key) => key.endsWith('Attributes')));
}

const consentRow = (consentId: string) => harness.database('consents').where({ id: consentId }).first();

test(
  'the code is lost, which the store says, and the seller receives a new link',
  async () => {
    const { storeId, handle, consentId, exchange } = await exchangeUnderWay();
    await exchange.kill();
    const next = await Worker.create({ connection, taskQueue, activities: createActivities(harness.deps) });
    await next.runUntil(async () => {
      await eventually(async () => expect((await consentRow(consentId)).outcome).not.toBeNull(), noticed);
      await eventually(() => expect(harness.startedDeliveries).toHaveLength(1));
    });
    expect(await consentRow(consentId)).toMatchObject({
      outcome: { code: 'exchange_interrupted' },
      sealed_code: null,
      sealed_refresh_token: null,
    });
    expect(await findStore(harness, storeId)).toMatchObject({
      status: 'awaiting_authorization',
      reason: { code: 'exchange_interrupted' },
    });
    const message = await harness.messages.loadMessage(harness.startedDeliveries[0] ?? '');
    expect(message?.content).toMatchObject({ kind: 'connect_again', reason: { code: 'exchange_interrupted' } });
    await handle.terminate();
  },
  limitMs(120_000),
);

test.each(['before', 'after'] as const)(
  'an attempt that was cancelled %s its worker was killed leaves nothing in the way of its store',
  async (when) => {
    const { storeId, handle, consentId, exchange } = await exchangeUnderWay();
    if (when === 'after') await exchange.kill();
    await handle.signal(messages.disconnectRequested);
    await eventually(async () =>
      expect(await eventsOf(handle)).toContain('activityTaskCancelRequestedEventAttributes'),
    );
    if (when === 'before') await exchange.kill();
    await eventually(
      async () => expect(await eventsOf(handle)).toContain('activityTaskTimedOutEventAttributes'),
      noticed,
    );
    // The store goes on: the next consent is received, and its attempt begins.
    const next = await harness.giveConsent(storeId, `seller-${randomUUID()}@example.com`);
    await handle.signal(messages.authorizationGranted, {
      consentId: next.consentId,
      sellingPartnerId: next.sellerId,
    });
    await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('verifying'));
    expect(await eventsOf(handle)).not.toContain('workflowTaskFailedEventAttributes');
    expect(await consentRow(consentId)).toMatchObject({
      outcome: { code: 'disconnected_by_admin' },
      sealed_code: null,
      sealed_refresh_token: null,
    });
    await handle.terminate();
  },
  limitMs(120_000),
);
