/** A worker of the real workflow over the time-skipping server: a year passes in milliseconds. One per test file. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import { addSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import type { Country } from '../../domain/marketplaces.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { createTimeSkippingEnvironment, workflowBundle } from '../setup/temporal.ts';
import { createStoreWorld, routeActivities, type StoreWorld } from './store-harness.ts';

/**
 * While the server's clock leaps, polls end by it, and a task may be handed to one that has just ended: it is given out
 * again after this, in real time, since the clock stands still for it. A task that takes longer on a busy machine would
 * be given out for ever.
 */
const lostTaskTimeoutMs = limitMs(2000);

export interface TestStore {
  readonly storeId: string;
  readonly handle: WorkflowHandle<(input: messages.StoreOnboardingInput) => Promise<messages.StoreOutcome>>;
  /** The seller agrees: a consent of its own each time, unless it is repeated. */
  consent(consentId?: string, sellingPartnerId?: string): Promise<string>;
  delete(): Promise<messages.StoreOutcome>;
}

export interface Fixture {
  env: TestWorkflowEnvironment;
  world: StoreWorld;
  /** Runs `work` in a world of its own. */
  run<T>(work: (world: StoreWorld) => Promise<T>): Promise<T>;
  start(options?: { country?: Country; storeId?: string; sellerId?: string }): Promise<TestStore>;
  sleepDays(days: number): Promise<void>;
  /** Looks after the fleet while `work` runs. */
  watching<T>(work: () => Promise<T>): Promise<T>;
  /** Runs the delivery of one message to its end. */
  deliver(messageId: string): Promise<void>;
}

/**
 * One server and one worker for the whole file: a workflow task that finds no worker would stop the server's clock, so
 * the worker outlives every test.
 */
export function useTimeSkipping(options: Partial<WorkerOptions> = {}): Fixture {
  const fixture = {} as Fixture;
  const taskQueue = `test-${randomUUID()}`;
  let worker: Worker;
  let running: Promise<void>;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const env = await createTimeSkippingEnvironment();
    await addSearchAttributes(env.nativeConnection, 'default', searchAttributeKeys);
    worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: workflowBundle(),
      activities: routeActivities(() => fixture.world),
      stickyQueueScheduleToStartTimeout: lostTaskTimeoutMs,
      ...options,
    });
    running = worker.run();
    fixture.env = env;
    fixture.run = async (work) => {
      const world = createStoreWorld(() => env.currentTimeMs());
      fixture.world = world;
      return work(world);
    };
    fixture.start = async ({ country = 'US', storeId = randomUUID(), sellerId } = {}) => {
      const input: messages.StoreOnboardingInput = {
        v: 1,
        storeId,
        name: 'Amazon Store USA',
        website: 'base',
        country,
        ...(sellerId !== undefined && { sellerId }),
      };
      const handle = await env.client.workflow.start<
        (input: messages.StoreOnboardingInput) => Promise<messages.StoreOutcome>
      >('storeOnboarding', {
        workflowId: storeWorkflowId(storeId),
        taskQueue,
        args: [input],
        workflowTaskTimeout: lostTaskTimeoutMs,
      });
      // Not pinned to the first run: a store continues as new every year.
      const followed = env.client.workflow.getHandle<
        (input: messages.StoreOnboardingInput) => Promise<messages.StoreOutcome>
      >(handle.workflowId);
      return {
        storeId,
        handle: followed,
        async consent(consentId = randomUUID(), sellingPartnerId = fixture.world.sellerId) {
          await followed.signal(messages.authorizationGranted, { consentId, sellingPartnerId });
          return consentId;
        },
        async delete() {
          await followed.signal(messages.deletionRequested);
          return followed.result();
        },
      };
    };
    fixture.deliver = (messageId) =>
      env.client.workflow.execute('messageDelivery', {
        workflowId: `message-${randomUUID()}`,
        taskQueue,
        args: [{ v: 1, messageId }],
      });
    fixture.watching = async (work) => {
      const watch = await env.client.workflow.start('fleetWatch', {
        workflowId: `fleet-watch-${randomUUID()}`,
        taskQueue,
        args: [{ v: 1, wasBreakerOpen: false }],
      });
      try {
        return await work();
      } finally {
        await env.client.workflow.getHandle(watch.workflowId).terminate();
      }
    };
    fixture.sleepDays = (days) => env.sleep(Math.round(days * 86_400_000));
  }, limitMs(60_000));

  afterAll(async () => {
    worker?.shutdown();
    await running;
    await fixture.env?.teardown();
  });
  return fixture;
}
