import { Context } from '@temporalio/activity';

const heartbeatIntervalMs = 4000;

/** Sends heartbeats during `work`: a worker that has died is noticed long before the activity times out. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const heartbeats = setInterval(() => context.heartbeat(), heartbeatIntervalMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeats);
  }
}
