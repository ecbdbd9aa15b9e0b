import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { type RealWorker, startRealWorker } from './real-worker.ts';

let worker: RealWorker;
beforeAll(async () => {
  worker = await startRealWorker();
});
afterAll(() => worker.close());

test('a store that is reset in its first year keeps its state, and no mail is sent', async () => {
  const { client, harness } = worker;
  const seller = `seller-${randomUUID()}@example.com`;
  const { storeId, handle } = await worker.startStore();
  await worker.consent(handle, storeId, seller);
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
      workflowExecution: { workflowId: handle.workflowId, runId },
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
  const { database } = worker.harness;
  await database.raw(`
    create table seen_statuses (status text);
    create function see_status() returns trigger language plpgsql as $$
      begin insert into seen_statuses values (new.status); return new; end $$;
    create trigger see_status after update on stores for each row
      when (old.status is distinct from new.status) execute function see_status();
  `);
  await work();
  return database('seen_statuses').pluck('status');
}
