/** Stores on a real Temporal server, with the real activities, PostgreSQL and the simulated Amazon. */
import { Client, Connection, type WorkflowHandle, type WorkflowStartOptions } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type WorkerOptions } from '@temporalio/worker';
import { expect } from 'vitest';
import { createActivities, type ActivityDeps } from '../../activities/create-activities.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { storeOnboarding } from '../../workflows/index.ts';
import { authorizationGranted } from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { type ActivityHarness, openActivityHarness } from '../activities/activity-harness.ts';
import { findStore, requestStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

interface RunningWorker {
  run(): Promise<void>;
  shutdown(): void;
}

interface Settings {
  readonly address?: string;
  /** In place of the real ones. */
  readonly deps?: (harness: ActivityHarness) => Partial<ActivityDeps>;
  readonly createWorker?: (options: WorkerOptions & { readonly taskQueue: string }) => Promise<RunningWorker>;
}

export type RealWorker = Awaited<ReturnType<typeof startRealWorker>>;

export async function startRealWorker({
  address = temporalAddress(),
  deps = () => ({}),
  createWorker = WorkerGroup.create,
}: Settings = {}) {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  const client = new Client({ connection: await Connection.connect({ address }) });
  const harness = await openActivityHarness();
  const taskQueue = uniqueTaskQueue();
  const activities = createActivities({ ...harness.deps, ...deps(harness) });
  const worker = await createWorker({ connection, taskQueue, workflowBundle: workflowBundle(), activities });
  const running = worker.run();
  return {
    ...{ connection, client, harness, taskQueue },

    /** A store that awaits its seller. */
    async startStore(options: Pick<WorkflowStartOptions, 'workflowTaskTimeout'> = {}) {
      const storeId = await requestStore(harness);
      const handle = await client.workflow.start(storeOnboarding, {
        workflowId: storeWorkflowId(storeId),
        taskQueue,
        args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
        ...options,
      });
      await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('awaiting_authorization'));
      return { storeId, handle };
    },

    /** The seller agrees at Amazon, and the workflow is signalled. `seller`: the e-mail address. */
    async consent(handle: WorkflowHandle, storeId: string, seller: string): Promise<string> {
      const { consentId, sellerId: sellingPartnerId } = await harness.giveConsent(storeId, seller);
      await handle.signal(authorizationGranted, { consentId, sellingPartnerId });
      return consentId;
    },

    async close(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
      await client.connection.close();
      await harness.close();
    },
  };
}
