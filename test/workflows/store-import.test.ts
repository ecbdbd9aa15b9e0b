import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportActivities } from '../../activities/contract.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { storeImport } from '../../workflows/index.ts';
import { createTimeSkippingEnvironment, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  env = await createTimeSkippingEnvironment();
}, limitMs(60_000));
afterAll(() => env.teardown());

async function run(activities: ImportActivities): Promise<{ result: unknown; runs: number }> {
  const taskQueue = uniqueTaskQueue();
  const worker = await WorkerGroup.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities,
  });
  const running = worker.run();
  try {
    const workflowId = `import-${randomUUID()}`;
    const first = await env.client.workflow.start(storeImport, {
      workflowId,
      taskQueue,
      args: [{ v: 1, importId: 'i1' }],
    });
    const result = await first.result();
    const { runId } = await env.client.workflow.getHandle(workflowId).describe();
    return { result, runs: runId === first.firstExecutionRunId ? 1 : 2 };
  } finally {
    worker.shutdown();
    await running;
  }
}

test('an import processes batches until no row is waiting, and continues as new after 200', async () => {
  let batches = 0;
  const { result, runs } = await run({
    importRows: async (importId) => {
      expect(importId).toBe('i1');
      batches += 1;
      return { created: batches, already_there: 0, refused: 0, waiting: 250 - batches };
    },
  });
  expect(batches).toBe(250);
  expect(result).toEqual({ created: 250, already_there: 0, refused: 0, waiting: 0 });
  expect(runs).toBe(2);
});

test('a batch that fails is retried until it succeeds', async () => {
  let attempts = 0;
  const { result } = await run({
    importRows: async () => {
      attempts += 1;
      if (attempts < 40) throw new Error('Commerce does not answer');
      return { created: 1, already_there: 0, refused: 0, waiting: 0 };
    },
  });
  expect(result).toMatchObject({ created: 1 });
});
