import {
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  isCancellation,
  type LocalActivityOptions,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';

/**
 * Database steps: local activities, hence no round trip to the server, for as long as PostgreSQL answers within seconds.
 * A local activity that is retried lengthens the history all the time, and Temporal ends a run that is too long. So a
 * step that keeps failing becomes an ordinary activity, whose retries leave no event, however long they last.
 */
export function proxyDatabaseSteps<A extends object>(
  startToCloseTimeout: '10 seconds' | '30 seconds',
): ReturnType<typeof proxyLocalActivities<A>> {
  const local = proxyLocalActivities<A>({ startToCloseTimeout, retry: localRetry });
  const durable = proxyActivities<A>({ startToCloseTimeout, retry: durableRetry, summary: durableSummary });
  return new Proxy(local, {
    get: (_local, name) => runStep.bind(undefined, stepOf(local, name), stepOf(durable, name)),
  });
}

/** About six seconds: less than a workflow task may take, unless PostgreSQL hangs. */
const localRetry: LocalActivityOptions['retry'] = {
  initialInterval: '200 ms',
  backoffCoefficient: 2,
  maximumAttempts: 6,
};

/** How soon a step is repeated after an outage, and how often thousands of them knock during one. */
const durableRetry: ActivityOptions['retry'] = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '30 seconds',
};

const durableSummary = 'a step that PostgreSQL did not carry out, retried until it does';

type Step = (...args: unknown[]) => Promise<unknown>;

function stepOf(activities: object, name: string | symbol): Step {
  return Reflect.get(activities, name);
}

async function runStep(runLocally: Step, runDurably: Step, ...args: unknown[]): Promise<unknown> {
  try {
    return await runLocally(...args);
  } catch (error) {
    if (!isExhausted(error)) throw error;
    return runDurably(...args);
  }
}

/** Its local attempts are used up. The SDK throws the failure of a local activity with or without a wrapper. */
function isExhausted(error: unknown): boolean {
  if (!(error instanceof TemporalFailure) || isCancellation(error)) return false;
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return !(cause instanceof ApplicationFailure && cause.nonRetryable);
}
