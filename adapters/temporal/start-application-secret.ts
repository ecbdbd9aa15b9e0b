import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { applicationSecretId, taskQueue } from '../../domain/ids.ts';

/** Every worker asks for it: the first one starts it, the others let it look again, at newer code or a newer secret. */
export async function startApplicationSecret(connection: NativeConnection, namespace: string): Promise<void> {
  const client = new Client({ connection, namespace });
  await client.workflow.signalWithStart('applicationSecret', {
    workflowId: applicationSecretId,
    taskQueue,
    args: [{ v: 1 }],
    signal: 'applicationSecretChanged',
    staticSummary: 'warns before our LWA client secret ends',
  });
}
