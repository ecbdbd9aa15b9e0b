import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { fleetWatchId, taskQueue } from '../../domain/ids.ts';

/** Every worker asks for it; the first one starts it, and it goes on for as long as there are workers. */
export async function startFleetWatch(connection: NativeConnection, namespace: string): Promise<void> {
  const client = new Client({ connection, namespace });
  await client.workflow.start('fleetWatch', {
    workflowId: fleetWatchId,
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [{ v: 1, wasBreakerOpen: false }],
    staticSummary: 'looks after every connection, all year',
  });
}
