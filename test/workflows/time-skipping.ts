/** A worker of the real workflows on the time-skipping server: a year passes in milliseconds. One per test file. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, type WorkerOptions } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { addSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import type { Country } from '../../domain/marketplaces.ts';
import type { MissedSignals } from '../../domain/store-restart.ts';
import { fleetWatch, messageDelivery, storeOnboarding } from '../../workflows/index.ts';
import { authorizationGranted, deletionRequested, type StoreOutcome } from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { createTimeSkippingEnvironment, workflowBundle } from '../setup/temporal.ts';
import { createStoreHarness, routeActivities, type StoreHarness } from './store-harness.ts';

/**
 * While the server skips time, it may hand a workflow task to a poll that has just ended. After this timeout, in real
 * time, it hands the task out again: also a task that is still running, so it must exceed the longest task.
 */
const lostTaskTimeoutMs = limitMs(2000);

/** One server and one worker for the file: the server's clock stops while a workflow task waits for a worker. */
export function useTimeSkipping(options: Partial<WorkerOptions> = {}): TimeSkippingFixture {
  const fixture = new TimeSkippingFixture();
  beforeAll(() => fixture.open(options), limitMs(60_000));
  afterAll(() => fixture.close());
  return fixture;
}

export class TimeSkippingFixture {
  env!: TestWorkflowEnvironment;
  harness!: StoreHarness;
  private readonly taskQueue = `test-${randomUUID()}`;
  private worker: WorkerGroup | undefined;
  private running: Promise<void> | undefined;

  async open(options: Partial<WorkerOptions>): Promise<void> {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    this.env = await createTimeSkippingEnvironment();
    await addSearchAttributes(this.env.nativeConnection, 'default', searchAttributeKeys);
    this.worker = await WorkerGroup.create({
      connection: this.env.nativeConnection,
      taskQueue: this.taskQueue,
      workflowBundle: workflowBundle(),
      activities: routeActivities(() => this.harness),
      stickyQueueScheduleToStartTimeout: lostTaskTimeoutMs,
      ...options,
    });
    this.running = this.worker.run();
  }

  async close(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
    await this.env?.teardown();
  }

  /** Runs `test` with activities of its own. */
  run<T>(test: (harness: StoreHarness) => Promise<T>): Promise<T> {
    this.harness = createStoreHarness(() => this.env.currentTimeMs());
    return test(this.harness);
  }

  async start({
    country = 'US',
    storeId = randomUUID(),
    sellerId,
  }: { country?: Country; storeId?: string; sellerId?: string } = {}): Promise<TestStore> {
    const { workflowId } = await this.env.client.workflow.start(storeOnboarding, {
      workflowId: storeWorkflowId(storeId),
      taskQueue: this.taskQueue,
      args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country, sellerId }],
      workflowTaskTimeout: lostTaskTimeoutMs,
    });
    // Not bound to the first run: a store continues as new every year.
    return new TestStore(storeId, this.env.client.workflow.getHandle(workflowId), this.harness.sellerId);
  }

  /** Starts the next run from what the last one recorded, as the watch of the stores does. */
  async restart(
    { storeId }: TestStore,
    missed: MissedSignals = { consents: [], isDetached: false },
  ): Promise<TestStore> {
    const carried = this.harness.changes.findLast((change) => change.storeId === storeId)?.carried;
    if (!carried) throw new Error('Nothing was recorded');
    const { workflowId } = await this.env.client.workflow.start(storeOnboarding, {
      workflowId: storeWorkflowId(storeId),
      taskQueue: this.taskQueue,
      args: [
        { v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US', carried: { ...carried, missed } },
      ],
      workflowTaskTimeout: lostTaskTimeoutMs,
    });
    return new TestStore(storeId, this.env.client.workflow.getHandle(workflowId), this.harness.sellerId);
  }

  async sleepDays(days: number): Promise<void> {
    await this.env.sleep(Math.round(days * 86_400_000));
  }

  /** Runs the fleet watch during `work`. */
  async watching<T>(work: () => Promise<T>): Promise<T> {
    const { workflow } = this.env.client;
    const { workflowId } = await workflow.start(fleetWatch, {
      workflowId: `fleet-watch-${randomUUID()}`,
      taskQueue: this.taskQueue,
      args: [{ v: 1, wasBreakerOpen: false }],
    });
    try {
      return await work();
    } finally {
      await workflow.getHandle(workflowId).terminate();
    }
  }

  /** Runs the delivery of one message to its end. */
  deliver(messageId: string): Promise<void> {
    return this.env.client.workflow.execute(messageDelivery, {
      workflowId: `message-${randomUUID()}`,
      taskQueue: this.taskQueue,
      args: [{ v: 1, messageId }],
    });
  }
}

export class TestStore {
  readonly storeId: string;
  readonly handle: WorkflowHandle<typeof storeOnboarding>;
  private readonly sellerId: string;

  constructor(storeId: string, handle: WorkflowHandle<typeof storeOnboarding>, sellerId: string) {
    this.storeId = storeId;
    this.handle = handle;
    this.sellerId = sellerId;
  }

  /** The seller consents: a new consent each time, unless its id is passed. */
  async consent(consentId: string = randomUUID(), sellingPartnerId = this.sellerId): Promise<string> {
    await this.handle.signal(authorizationGranted, { consentId, sellingPartnerId });
    return consentId;
  }

  async delete(): Promise<StoreOutcome> {
    await this.handle.signal(deletionRequested);
    return this.handle.result();
  }
}
