import { activityInfo } from '@temporalio/activity';

/** Twice as long as a step that fails waits for its next attempt: then another worker has it, or its run has ended. */
const forgetAfterMs = 90_000;

type Step = (...args: unknown[]) => Promise<unknown>;

export interface FailingStep {
  readonly step: string;
  readonly sinceMs: number;
  /** A code, never a message: those of PostgreSQL quote values. */
  readonly cause: string;
}

/** The database steps that fail in this process, beyond the attempts that a workflow makes by itself. */
export class FailingSteps {
  private readonly steps = new Map<string, FailingStep & { readonly triedAtMs: number }>();

  /** The one that has failed for the longest time. */
  oldest(): FailingStep | undefined {
    const inOrder = this.list().toSorted((one, other) => one.sinceMs - other.sinceMs);
    return inOrder[0];
  }

  count(): number {
    return this.list().length;
  }

  /** The same activities, with every failure noticed. */
  watch<A extends object>(activities: A): A {
    return new Proxy(activities, {
      get: (_activities, name) => this.attempt.bind(this, stepOf(activities, name)),
    });
  }

  private async attempt(run: Step, ...args: unknown[]): Promise<unknown> {
    const { activityType, activityId, isLocal, scheduledTimestampMs, workflowExecution } = activityInfo();
    if (isLocal) return run(...args);
    const key = `${workflowExecution?.runId}/${activityId}`;
    try {
      const result = await run(...args);
      this.steps.delete(key);
      return result;
    } catch (error) {
      const failing = { step: activityType, sinceMs: scheduledTimestampMs, cause: codeOf(error) };
      this.steps.set(key, { ...failing, triedAtMs: Date.now() });
      throw error;
    }
  }

  private list(): readonly FailingStep[] {
    for (const [key, { triedAtMs }] of this.steps) if (Date.now() - triedAtMs > forgetAfterMs) this.steps.delete(key);
    return [...this.steps.values()];
  }
}

function stepOf(activities: object, name: string | symbol): Step {
  return Reflect.get(activities, name);
}

/** The code of PostgreSQL, such as 25006 in read-only mode, or of the connection, such as ECONNREFUSED. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
