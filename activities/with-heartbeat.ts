import { Context } from '@temporalio/activity';

const heartbeatIntervalMs = 4000;

/**
 * Sends heartbeats during `work`: a worker that has died is noticed long before the activity times out. `details`: for
 * the next attempt, in case this one dies.
 */
export async function withHeartbeat<T>(work: () => Promise<T>, details?: string): Promise<T> {
  const context = Context.current();
  if (details !== undefined) context.heartbeat(details);
  const heartbeats = setInterval(() => context.heartbeat(details), heartbeatIntervalMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeats);
  }
}
