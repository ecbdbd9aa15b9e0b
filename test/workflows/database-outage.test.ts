/** Stores on a Temporal server that ends long runs soon, while PostgreSQL accepts no writes. */
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deletionRequested } from '../../workflows/messages.ts';
import { findStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { setReadOnly } from '../setup/read-only-database.ts';
import { startTemporalServer } from '../setup/temporal-server.ts';
import { type RealWorker, startRealWorker } from './real-worker.ts';

/** Temporal's default is 51,200. */
const maxEvents = 100;
let server: Awaited<ReturnType<typeof startTemporalServer>>;
let worker: RealWorker;

beforeAll(async () => {
  server = await startTemporalServer([`limit.historyCount.error=${maxEvents}`, 'limit.historyCount.warn=50']);
  worker = await startRealWorker({ address: server.address });
});

afterAll(async () => {
  await worker.close();
  await server.stop();
});

async function eventsAtAttempt(handle: WorkflowHandle, attempt: number): Promise<number> {
  return eventually(
    async () => {
      const { raw, historyLength } = await handle.describe();
      expect(raw.pendingActivities?.[0]?.attempt).toBeGreaterThanOrEqual(attempt);
      return historyLength;
    },
    { timeoutMs: 30_000 },
  );
}

test('a run survives however long PostgreSQL accepts no writes, and finishes once it does', async () => {
  const { harness } = worker;
  // Each timeout adds three events to a run whose workflow task is not finished in time.
  const { storeId, handle } = await worker.startStore({ workflowTaskTimeout: '1 second' });

  await setReadOnly(harness.url, true);
  await handle.signal(deletionRequested);
  const events = await eventsAtAttempt(handle, 2);
  // Ten times as long and a weekend later it would still be this number.
  expect(await eventsAtAttempt(handle, 4)).toBe(events);
  expect(events).toBeLessThan(maxEvents);
  expect((await handle.describe()).status.name).toBe('RUNNING');

  await setReadOnly(harness.url, false);
  expect(await eventually(() => handle.result(), { timeoutMs: 60_000 })).toEqual({ outcome: 'deleted' });
  expect((await findStore(harness, storeId)).status).toBe('deleted');
});
