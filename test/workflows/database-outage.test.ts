/** Stores on a Temporal server that ends long runs soon, while PostgreSQL accepts no writes. */
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { storeOnboarding } from '../../workflows/index.ts';
import { deletionRequested } from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { type ActivityHarness, openActivityHarness } from '../activities/activity-harness.ts';
import { findStore, requestStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { startTemporalServer } from '../setup/temporal-server.ts';
import { uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

/** Temporal's default is 51,200. */
const maxEvents = 100;
const taskQueue = uniqueTaskQueue();
let server: Awaited<ReturnType<typeof startTemporalServer>>;
let harness: ActivityHarness;
let client: Client;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  server = await startTemporalServer([`limit.historyCount.error=${maxEvents}`, 'limit.historyCount.warn=50']);
  connection = await NativeConnection.connect({ address: server.address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address: server.address }) });
  harness = await openActivityHarness();
  const activities = createActivities(harness.deps);
  worker = await Worker.create({ connection, taskQueue, workflowBundle: workflowBundle(), activities });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await harness.close();
  await server.stop();
});

async function setReadOnly(isReadOnly: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: harness.url, options: '-c default_transaction_read_only=off' });
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  const name = rows[0]?.name;
  await admin.query(`alter database ${name} set default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`);
  // Only a new connection reads the setting.
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );
  await admin.end();
}

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
  const storeId = await requestStore(harness);
  const handle = client.workflow.getHandle(storeWorkflowId(storeId));
  await client.workflow.start(storeOnboarding, {
    workflowId: handle.workflowId,
    taskQueue,
    // Each timeout adds three events to a run whose workflow task is not finished in time.
    workflowTaskTimeout: '1 second',
    args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
  });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('awaiting_authorization'));

  await setReadOnly(true);
  await handle.signal(deletionRequested);
  const events = await eventsAtAttempt(handle, 2);
  // Ten times as long and a weekend later it would still be this number.
  expect(await eventsAtAttempt(handle, 4)).toBe(events);
  expect(events).toBeLessThan(maxEvents);
  expect((await handle.describe()).status.name).toBe('RUNNING');

  await setReadOnly(false);
  expect(await eventually(() => handle.result(), { timeoutMs: 60_000 })).toEqual({ outcome: 'deleted' });
  expect((await findStore(harness, storeId)).status).toBe('deleted');
});
