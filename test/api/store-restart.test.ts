import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeWorkflowId } from '../../domain/ids.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, storeOf } from './http-client.ts';

const withinAMinute = { timeoutMs: 60_000 };
let api: ApiHarness;
let connection: Connection;
let client: Client;
beforeAll(async () => {
  api = await startApiHarness();
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection });
});
afterAll(async () => {
  await connection.close();
  await api.stop();
});

let sellers = 0;
const newSeller = () => `seller-restart-${(sellers += 1)}@example.com`;
const workflowOf = (id: string) => client.workflow.getHandle(storeWorkflowId(id));
const statusOf = async (id: string) => (await workflowOf(id).describe()).status.name;
const readStore = async (id: string) => storeOf(await api.get(`/v1/stores/${id}`));
const messagesOf = async (id: string) => (await api.get(`/v1/stores/${id}/timeline`)).text.match(/"message_/g) ?? [];
async function openAlarms() {
  const { items } = await api.records.alarms.listAlarms({ limit: 50 });
  return items.filter(({ kind, closedAt }) => kind === 'store_workflow_gone' && closedAt === undefined);
}

async function end(id: string, how: 'cancel' | 'terminate'): Promise<void> {
  await (how === 'cancel' ? workflowOf(id).cancel() : workflowOf(id).terminate('by the test'));
  await eventually(async () => expect(['CANCELLED', 'TERMINATED']).toContain(await statusOf(id)));
}

/** A store without a running workflow. */
async function endedStore(how: 'cancel' | 'terminate', isActive: boolean): Promise<string> {
  const id = isActive ? (await api.connectStore(newSeller())).id : storeOf(await api.addStore()).id;
  await eventually(async () =>
    expect((await readStore(id)).status).toBe(isActive ? 'active' : 'awaiting_authorization'),
  );
  await end(id, how);
  return id;
}

describe.each(['cancel', 'terminate'] as const)('after a workflow %s, the watch of the stores', (how) => {
  it('starts an active store again within a minute: same year, same next date, nobody is written to', async () => {
    const id = await endedStore(how, true);
    const before = await readStore(id);
    const stopWatch = api.watchStores();
    await eventually(async () => expect(await statusOf(id)).toBe('RUNNING'), withinAMinute);
    const { expiresAt, next, enabled, sellerId } = before;
    expect(await readStore(id)).toMatchObject({ status: 'active', expiresAt, next, enabled, sellerId });
    expect(await messagesOf(id)).toHaveLength(0);
    // The workflow knows its year: a check is possible, and the next date is still the one before.
    expect((await api.call('POST', `/v1/stores/${id}/check`)).status).toBe(202);
    await eventually(async () => expect((await api.get(`/v1/stores/${id}/timeline`)).text).toContain('"check_passed"'));
    expect(await readStore(id)).toMatchObject({ status: 'active', expiresAt, next });
    const { typedSearchAttributes } = await workflowOf(id).describe();
    const attributes = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    expect(attributes).toContainEqual(['StoreStatus', 'active']);
    expect(attributes).toContainEqual(['AuthorizationExpiresAt', new Date(expiresAt ?? '')]);
    await eventually(async () => expect(await openAlarms()).toHaveLength(0));
    await stopWatch();
  });

  it('starts a store again that awaits its authorization, which then connects', async () => {
    const id = await endedStore(how, false);
    const stopWatch = api.watchStores();
    await eventually(async () => expect(await statusOf(id)).toBe('RUNNING'), withinAMinute);
    expect(await readStore(id)).toMatchObject({ status: 'awaiting_authorization' });
    const browser = createBrowser();
    const page = await browser.stay(await api.consent(browser, await api.makeLink(id), newSeller()));
    expect(page.text).toContain('Connected');
    await eventually(async () => expect(await openAlarms()).toHaveLength(0));
    await stopWatch();
  });
});

describe('while the workflow of a store is gone', () => {
  it('an alarm is open until the store has one again', async () => {
    const id = await endedStore('terminate', false);
    await api.stopWorker();
    const stopWatch = api.watchStores();
    await eventually(async () => expect(await openAlarms()).toMatchObject([{ params: { count: '1', storeId: id } }]));
    await eventually(async () => expect(await openAlarms()).toHaveLength(0));
    expect(await statusOf(id)).toBe('RUNNING');
    await stopWatch();
    await api.startWorker();
  });

  it('an active store is deleted at once', async () => {
    const id = await endedStore('terminate', true);
    expect(storeOf(await api.call('DELETE', `/v1/stores/${id}`)).status).toBe('deleted');
    await eventually(async () => expect(await statusOf(id)).toBe('COMPLETED'));
  });

  it('a store that awaits its authorization is deleted at once', async () => {
    const id = await endedStore('cancel', false);
    expect(storeOf(await api.call('DELETE', `/v1/stores/${id}`)).status).toBe('deleted');
  });

  it('an active store is deactivated, activated and disconnected at once', async () => {
    const id = await endedStore('terminate', true);
    expect(storeOf(await api.call('POST', `/v1/stores/${id}/deactivate`))).toMatchObject({ enabled: false });
    await end(id, 'terminate');
    expect(storeOf(await api.call('POST', `/v1/stores/${id}/activate`))).toMatchObject({ enabled: true });
    await end(id, 'cancel');
    expect(storeOf(await api.call('POST', `/v1/stores/${id}/disconnect`))).toMatchObject({ status: 'disconnected' });
  });

  it('the consent of the seller connects the store', async () => {
    const id = await endedStore('terminate', false);
    const browser = createBrowser();
    const page = await browser.stay(await api.consent(browser, await api.makeLink(id), newSeller()));
    expect(page.text).toContain('Connected');
  });
});

describe('the watch of the stores', () => {
  it(
    'finds a store that Temporal has lost',
    async () => {
      const { id } = await api.connectStore(newSeller());
      const before = await readStore(id);
      await end(id, 'terminate');
      await client.workflowService.deleteWorkflowExecution({
        namespace: 'default',
        workflowExecution: { workflowId: storeWorkflowId(id) },
      });
      await eventually(() => expect(statusOf(id)).rejects.toThrow('not found'), withinAMinute);
      const stopWatch = api.watchStores();
      await eventually(async () => expect(await statusOf(id)).toBe('RUNNING'), withinAMinute);
      expect(await readStore(id)).toMatchObject({ status: 'active', expiresAt: before.expiresAt, next: before.next });
      await stopWatch();
    },
    limitMs(130_000),
  );

  it('forgets a request that was abandoned a day ago, unless Temporal has it', async () => {
    const requests = [randomUUID(), randomUUID()] as const;
    for (const storeId of requests) {
      const request = { website: 'base', email: 'a@example.com', name: storeId, country: 'US' } as const;
      await api.records.stores.insertRequest({ storeId, fingerprint: 'f', request });
    }
    const [abandoned, started] = requests;
    await client.workflow.start('storeOnboarding', {
      workflowId: storeWorkflowId(started),
      taskQueue: 'a queue without a worker',
      args: [{ v: 1, storeId: started, name: started, website: 'base', country: 'US' }],
    });
    await api
      .database('store_requests')
      .whereIn('store_id', requests)
      .update({ created_at: new Date(0) });
    const stopWatch = api.watchStores();
    await eventually(async () => expect(await readStore(started)).toMatchObject({ status: 'creating' }));
    await eventually(async () =>
      expect(await api.database('store_requests').where({ store_id: abandoned })).toHaveLength(0),
    );
    await stopWatch();
    await workflowOf(started).terminate();
  });

  it('leaves a deleted store ended', async () => {
    const id = storeOf(await api.addStore()).id;
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    await eventually(async () => expect(await statusOf(id)).toBe('COMPLETED'));
    const other = await endedStore('terminate', false);
    const stopWatch = api.watchStores();
    await eventually(async () => expect(await statusOf(other)).toBe('RUNNING'), withinAMinute);
    expect(await statusOf(id)).toBe('COMPLETED');
    await stopWatch();
  });
});
