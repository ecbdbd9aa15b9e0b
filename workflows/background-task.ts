import { CancellationScope, isCancellation } from '@temporalio/workflow';

/** An event that the main loop of a workflow has not handled yet. */
export type QueuedEvent = () => Promise<void>;

/**
 * Starts `task` and queues `onResult` with its result. The activities of a task are retried until they succeed, so a
 * failure is a bug: it fails the workflow task, which is repeated with corrected code, and never the workflow. What
 * becomes of a task that was cancelled does not matter: its activity may also time out with its worker.
 */
export function runInBackground<T>(
  events: QueuedEvent[],
  task: () => Promise<T>,
  onResult: (result: T) => Promise<void>,
): CancellationScope {
  const scope = new CancellationScope();
  scope.run(task).then(
    (result) => events.push(() => onResult(result)),
    (error: unknown) => {
      if (isCancellation(error)) return;
      events.push(async () => {
        if (scope.consideredCancelled) return;
        throw new Error('An activity that is retried without limit failed', { cause: error });
      });
    },
  );
  return scope;
}

/** For `catch`: a failure becomes undefined, a cancellation is thrown again. */
export function undefinedOnFailure(error: unknown): undefined {
  if (isCancellation(error)) throw error;
}
