import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { storeOnboarding } from '../../workflows/index.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { createStoreHarness, routeActivities } from './store-harness.ts';

const taskQueue = uniqueTaskQueue();
const deploymentName = `perennial-${randomUUID()}`;
const harness = createStoreHarness(async () => Date.now());
let connection: Connection;
let native: NativeConnection;
let client: Client;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const address = temporalAddress();
  native = await NativeConnection.connect({ address });
  await registerSearchAttributes(native, 'default', searchAttributeKeys);
  connection = await Connection.connect({ address });
  client = new Client({ connection });
});
afterAll(async () => {
  await connection.close();
  await native.close();
});

/** A worker of one release, as production runs it. */
async function release(buildId: string) {
  const worker = await WorkerGroup.create({
    connection: native,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: routeActivities(() => harness),
    workerDeploymentOptions: {
      version: { deploymentName, buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED',
    },
  });
  const running = worker.run();
  await eventually(() =>
    connection.workflowService.setWorkerDeploymentCurrentVersion({ namespace: 'default', deploymentName, buildId }),
  );
  return async () => {
    worker.shutdown();
    await running;
  };
}

test('a sleeping store stays with its release until a nudge moves it to the next one', async () => {
  const storeId = randomUUID();
  const handle = client.workflow.getHandle(storeWorkflowId(storeId));
  const buildId = async () =>
    (await handle.describe()).raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
  const becomes = (what: string) =>
    eventually(async () => expect(harness.changes.map(({ entry }) => entry.what)).toContain(what));

  const stopFirst = await release('first');
  await client.workflow.start(storeOnboarding, {
    workflowId: storeWorkflowId(storeId),
    taskQueue,
    args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
  });
  await handle.signal(messages.authorizationGranted, { consentId: 'c1', sellingPartnerId: harness.sellerId });
  await becomes('active');
  const stopSecond = await release('second');
  expect(await buildId()).toBe('first');

  await handle.signal(messages.nudge);
  await eventually(async () => expect(await buildId()).toBe('second'));
  await stopFirst();
  await handle.signal(messages.enabledChanged, { enabled: false });
  await becomes('disabled');
  await handle.signal(messages.deletionRequested);
  expect(await handle.result()).toEqual({ outcome: 'deleted' });
  await stopSecond();
});
