import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

export type Message = () => Promise<void>;

/**
 * Runs `work` beside the loop that empties `inbox`, and hands its result to that loop. Steps that are retried until
 * they succeed only ever fail by a bug: then the workflow task fails and is repeated with mended code, never the store.
 */
export function runBeside<T>(
  inbox: Message[],
  work: () => Promise<T>,
  done: (result: T) => Promise<void>,
): CancellationScope {
  const scope = new CancellationScope();
  scope.run(work).then(
    (result) => inbox.push(() => done(result)),
    (error: unknown) => {
      if (isCancellation(error)) return;
      inbox.push(() => Promise.reject(new Error('A step failed that is retried until it succeeds', { cause: error })));
    },
  );
  return scope;
}

/**
 * The server refuses to end a run when a message came in meanwhile, and repeats that task. Steps already taken in it
 * would be taken again, after the message: so a run is ended by a task in which nothing else is done.
 */
export function taskOfItsOwn(): Promise<void> {
  return sleep(1, { summary: 'end this run' });
}

/** Turns a failure into nothing; a cancellation stays one. */
export function unlessCancelled(error: unknown): undefined {
  if (isCancellation(error)) throw error;
}
