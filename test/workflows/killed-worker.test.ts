/** A worker process is killed while it exchanges a code: the real Temporal server, PostgreSQL and the simulated Amazon. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { disconnectRequested } from '../../workflows/messages.ts';
import { findStore } from '../adapters/postgres/store-harness.ts';
import { compileProject } from '../setup/compile-project.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { type ExchangeProcess, startExchangeProcess } from './exchange-process.ts';
import { type RealWorker, startRealWorker } from './real-worker.ts';

/** A worker that has died is noticed by its missing heartbeat, after 15 seconds. */
const noticed = { timeoutMs: 30_000 };
let worker: RealWorker;
let compiledDir: string;
const processes: ExchangeProcess[] = [];

beforeAll(async () => {
  compiledDir = compileProject();
  worker = await startRealWorker({
    // The exchange runs in a process of its own. Every task replays the whole history: code that does not fit it fails.
    createWorker: (options) => Worker.create({ ...options, enableNonLocalActivities: false, maxCachedWorkflows: 0 }),
  });
}, limitMs(120_000));

afterEach(async () => {
  for (const started of processes.splice(0)) await started.kill();
});

afterAll(async () => {
  await worker.close();
  rmSync(compiledDir, { recursive: true, force: true });
});

/** Amazon has taken the code, the process has not stored the answer, and Temporal knows that the code was sent. */
async function exchangeUnderWay() {
  const { harness, taskQueue } = worker;
  const { storeId, handle } = await worker.startStore();
  const exchange = startExchangeProcess(harness, { taskQueue, compiledDir });
  processes.push(exchange);
  const consentId = await worker.consent(handle, storeId, `seller-${randomUUID()}@example.com`);
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

const consentRow = (consentId: string) => worker.harness.database('consents').where({ id: consentId }).first();

test(
  'the code is lost, which the store says, and the seller receives a new link',
  async () => {
    const { connection, harness, taskQueue } = worker;
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
    await handle.signal(disconnectRequested);
    await eventually(async () =>
      expect(await eventsOf(handle)).toContain('activityTaskCancelRequestedEventAttributes'),
    );
    if (when === 'before') await exchange.kill();
    await eventually(
      async () => expect(await eventsOf(handle)).toContain('activityTaskTimedOutEventAttributes'),
      noticed,
    );
    // The store goes on: the next consent is received, and its attempt begins.
    await worker.consent(handle, storeId, `seller-${randomUUID()}@example.com`);
    await eventually(async () => expect((await findStore(worker.harness, storeId)).status).toBe('verifying'));
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
