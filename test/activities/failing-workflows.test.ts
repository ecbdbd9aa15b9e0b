/** The alarm about workflows whose code fails, on a real Temporal server. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { expect, it } from 'vitest';
import { FailingWorkflowWatch } from '../../activities/failing-workflows.ts';
import { TemporalGateway, workerTimeouts } from '../../adapters/temporal/gateway.ts';
import { openStoreHarness } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { startTemporalServer } from '../setup/temporal-server.ts';
import { uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

it('is open while the code of a workflow throws, and closes when the workflow no longer fails', async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  // Five by default, which takes longer.
  const server = await startTemporalServer(['system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2']);
  const connection = await NativeConnection.connect({ address: server.address });
  const client = new Client({ connection: await Connection.connect({ address: server.address }) });
  const harness = await openStoreHarness();
  const taskQueue = uniqueTaskQueue();
  const worker = await Worker.create({ connection, taskQueue, workflowBundle: workflowBundle() });
  const running = worker.run();
  const temporal = new TemporalGateway(client, { taskQueue, ...workerTimeouts });
  const watch = new FailingWorkflowWatch({ ...harness, temporal }, { info: () => undefined, warn: () => undefined });
  const openAlarm = () => harness.alarms.findOpenAlarm('workflow_task_failing', '');

  await watch.runRound();
  expect(await openAlarm()).toBeUndefined();
  // Without its input, the code of the workflow throws.
  const workflowId = `store-${randomUUID()}`;
  const handle = await client.workflow.start('storeOnboarding', { workflowId, taskQueue, args: [] });
  await eventually(
    async () => {
      await watch.runRound();
      expect(await openAlarm()).toMatchObject({ params: { count: '1', workflowId } });
    },
    { timeoutMs: 30_000 },
  );
  expect((await openAlarm())?.params).toMatchObject({ cause: expect.stringContaining('WorkflowTaskFailed') });

  await handle.terminate();
  await eventually(async () => {
    await watch.runRound();
    expect(await openAlarm()).toBeUndefined();
  });
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await harness.close();
  await server.stop();
});
