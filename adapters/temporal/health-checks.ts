import type { Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';

/** Longer than a long poll, which lasts up to a minute: that often, the server hears from an idle worker. */
const maxPollerAgeMs = 70_000;
/** `temporal.api.enums.v1.TaskQueueType` */
const workflowTaskQueue = 1;
/** `grpc.health.v1.HealthCheckResponse.ServingStatus` */
const serving = 1;

export interface HealthCheck {
  readonly ok: boolean;
  readonly detail: string;
}

/** Throws when the server does not answer. */
export async function isServing({
  healthService,
}: Pick<Connection | NativeConnection, 'healthService'>): Promise<boolean> {
  const { status } = await healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' });
  return status === serving;
}

/** Anyone may read the details: they name no address. */
export async function checkServer(connection: Connection): Promise<HealthCheck> {
  try {
    if (await isServing(connection)) return { ok: true, detail: 'Temporal answers.' };
    return { ok: false, detail: 'Temporal answers that it is not serving.' };
  } catch {
    return { ok: false, detail: 'Temporal does not answer. Check TEMPORAL_ADDRESS and that the server runs.' };
  }
}

/** Whether a worker polls our task queue. */
export async function checkWorkers(connection: Connection, namespace: string, taskQueue: string): Promise<HealthCheck> {
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: workflowTaskQueue,
    });
    const active = pollers?.filter(({ lastAccessTime }) => ageMs(lastAccessTime?.seconds) < maxPollerAgeMs) ?? [];
    if (active.length > 0) return { ok: true, detail: `${active.length} polling the task queue "${taskQueue}".` };
    return { ok: false, detail: `No worker has polled the task queue "${taskQueue}" for a minute. Start one.` };
  } catch {
    return { ok: false, detail: 'Unknown, because Temporal does not answer.' };
  }
}

function ageMs(seconds: { toString(): string } | null | undefined): number {
  return Date.now() - Number(seconds ?? 0) * 1000;
}
