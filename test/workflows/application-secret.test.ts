import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApplicationActivities, ExpiryWarning } from '../../activities/contract.ts';
import { predecessorValidUntil, secretPeriod } from '../../domain/application-secret.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { applicationSecret } from '../../workflows/index.ts';
import { applicationSecretChanged } from '../../workflows/messages.ts';
import { createTimeSkippingEnvironment, workflowBundle } from '../setup/temporal.ts';

const taskQueue = `test-${randomUUID()}`;
const dayMs = 86_400_000;
let env: TestWorkflowEnvironment;
let worker: Worker;
let running: Promise<void>;
let handle: WorkflowHandle;

/** The secret in force, and what the workflow has done about it. */
let issuedAtMs: number;
let hasPredecessor: boolean;
let warnings: (ExpiryWarning & { readonly day: number })[];
let ends: number;
let destroyed: number[];
let onWarning: (warning: ExpiryWarning) => Promise<void>;

const dayOf = async () => Math.round((await env.currentTimeMs()) - issuedAtMs) / dayMs;

const activities: ApplicationActivities = {
  async loadApplicationSecret() {
    const issuedAt = new Date(issuedAtMs).toISOString();
    return {
      ...secretPeriod(issuedAt, amazonYearMs),
      ...(hasPredecessor && { predecessorValidUntil: predecessorValidUntil(issuedAt, amazonYearMs) }),
    };
  },
  async warnOfApplicationSecret(warning) {
    warnings.push({ ...warning, day: Math.floor(await dayOf()) });
    await onWarning(warning);
  },
  async endApplicationSecretWarning() {
    ends += 1;
  },
  async destroyPredecessors() {
    destroyed.push(Math.floor(await dayOf()));
    hasPredecessor = false;
  },
};

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  env = await createTimeSkippingEnvironment();
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities,
  });
  running = worker.run();
}, limitMs(60_000));
beforeEach(async () => {
  await handle?.terminate();
  [hasPredecessor, warnings, ends, destroyed, onWarning] = [false, [], 0, [], async () => {}];
  issuedAtMs = await env.currentTimeMs();
  const started = await env.client.workflow.start(applicationSecret, {
    workflowId: `application-secret-${randomUUID()}`,
    taskQueue,
    args: [{ v: 1 }],
  });
  // Not bound to the first run.
  handle = env.client.workflow.getHandle(started.workflowId);
});
afterAll(async () => {
  await handle.terminate();
  worker.shutdown();
  await running;
  await env.teardown();
});

async function rotate(): Promise<void> {
  issuedAtMs = await env.currentTimeMs();
  hasPredecessor = true;
  await handle.signal(applicationSecretChanged);
}

const sleepDays = (days: number) => env.sleep(Math.round(days * dayMs));

test('warns operators once at 30, 14, 7, 3, 1 and 0 days before the end, and not afterwards', async () => {
  await sleepDays(400);
  expect(warnings.map(({ days, daysLeft, day }) => [days, daysLeft, day])).toEqual([
    [30, 30, 150],
    [14, 14, 166],
    [7, 7, 173],
    [3, 3, 177],
    [1, 1, 179],
    [0, 0, 180],
  ]);
  expect(ends).toBe(1);
});

test('a signal from a worker that starts repeats no warning', async () => {
  await sleepDays(167);
  for (let starts = 0; starts < 3; starts += 1) {
    await handle.signal(applicationSecretChanged);
    await sleepDays(1);
  }
  expect(warnings.map(({ days }) => days)).toEqual([30, 14]);
  await sleepDays(4);
  expect(warnings.map(({ days }) => days)).toEqual([30, 14, 7]);
});

test('a rotated secret ends the warning and starts its own dates', async () => {
  await sleepDays(170);
  expect(ends).toBe(1);
  await rotate();
  await sleepDays(149);
  expect(ends).toBe(2);
  expect(warnings).toHaveLength(2);
  await sleepDays(2);
  expect(warnings.at(-1)).toMatchObject({ days: 30, day: 150 });
});

test('destroys the predecessor once, after the overlap', async () => {
  await sleepDays(10);
  await rotate();
  await sleepDays(6.9);
  expect(destroyed).toEqual([]);
  await sleepDays(0.2);
  expect(destroyed).toEqual([7]);
  await sleepDays(200);
  expect(destroyed).toHaveLength(1);
});

test('warns once about a secret that is first seen near its end, with the days left', async () => {
  issuedAtMs -= 175 * dayMs;
  await handle.signal(applicationSecretChanged);
  await sleepDays(0.5);
  expect(warnings).toMatchObject([{ days: 7, daysLeft: 5 }]);
});

test('runs through ten years of rotations in short histories', async () => {
  onWarning = async ({ days }) => {
    if (days === 14) await rotate();
  };
  await sleepDays(3650);
  expect(warnings.map(({ days }) => days)).toEqual(
    Array.from({ length: 21 }, () => [30, 14])
      .flat()
      .concat(30),
  );
  const { historyLength } = await handle.describe();
  expect(historyLength).toBeLessThan(40);
});
