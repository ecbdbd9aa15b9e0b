/** A store on the real Temporal server, with the real activities, PostgreSQL and the simulated Amazon. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { storeOnboarding } from '../../workflows/index.ts';
import { authorizationGranted } from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { type ActivityHarness, openActivityHarness } from '../activities/activity-harness.ts';
import { findStore, requestStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

const taskQueue = uniqueTaskQueue();
let harness: ActivityHarness;
let client: Client;
let connection: NativeConnection;
let worker: WorkerGroup;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const address = temporalAddress();
  connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address }) });
  harness = await openActivityHarness();
  const activities = createActivities(harness.deps);
  worker = await WorkerGroup.create({ connection, taskQueue, workflowBundle: workflowBundle(), activities });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await harness.close();
});

test('a store that is reset in its first year keeps its state, and nobody is written to', async () => {
  const storeId = await requestStore(harness);
  const seller = `seller-${randomUUID()}@example.com`;
  const workflowId = storeWorkflowId(storeId);
  await client.workflow.start(storeOnboarding, {
    workflowId,
    taskQueue,
    args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
  });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('awaiting_authorization'));
  const { consentId, sellerId: sellingPartnerId } = await harness.giveConsent(storeId, seller);
  const handle = client.workflow.getHandle(workflowId);
  await handle.signal(authorizationGranted, { consentId, sellingPartnerId });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('active'));
  const before = await findStore(harness, storeId);
  const { changed_at: changedAt } = await harness.database('stores').where({ id: storeId }).first('changed_at');
  const history = await harness.stores.listTimeline(storeId, { limit: 100 });

  const statuses = await statusesDuring(async () => {
    const { runId } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const firstTask = events?.find((event) => event.workflowTaskCompletedEventAttributes);
    await client.workflowService.resetWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId, runId },
      reason: 'test',
      requestId: randomUUID(),
      workflowTaskFinishEventId: firstTask?.eventId,
    });
    await eventually(async () => {
      const row = await harness.database('stores').where({ id: storeId }).first('changed_at');
      expect(row.changed_at > changedAt).toBe(true);
    });
  });

  expect(statuses).toEqual([]);
  const { updatedAt: _before, ...kept } = before;
  const { updatedAt: _after, ...after } = await findStore(harness, storeId);
  expect(after).toEqual(kept);
  expect(await harness.exchangesOf(seller)).toBe(1);
  expect(harness.startedDeliveries).toEqual([]);
  expect(await harness.stores.listTimeline(storeId, { limit: 100 })).toEqual(history);
  await handle.terminate();
});

/** Changes of status that PostgreSQL sees during `work`. */
async function statusesDuring(work: () => Promise<void>): Promise<readonly string[]> {
  await harness.database.raw(`
    create table seen_statuses (status text);
    create function see_status() returns trigger language plpgsql as $$
      begin insert into seen_statuses values (new.status); return new; end $$;
    create trigger see_status after update on stores for each row
      when (old.status is distinct from new.status) execute function see_status();
  `);
  await work();
  return harness.database('seen_statuses').pluck('status');
}
