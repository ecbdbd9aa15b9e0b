import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { type ActivityQueue, activityTaskQueue } from '../domain/ids.ts';

/**
 * Activities on a task queue of their own, with slots of their own: what hangs or piles up there delays nothing else.
 * The name of the queue is no part of what a replay compares.
 */
export function proxyOnQueue<A extends object>(
  queue: ActivityQueue,
  options: Omit<ActivityOptions, 'taskQueue'>,
): ReturnType<typeof proxyActivities<A>> {
  return new Proxy(proxyActivities<A>(options), {
    get: (_activities, name): unknown => {
      const taskQueue = activityTaskQueue(workflowInfo().taskQueue, queue);
      return Reflect.get(proxyActivities<A>({ ...options, taskQueue }), name);
    },
  });
}
