import { type AlarmDeps, Alarms, type WatchLog } from './alarms.ts';
import type { FailingWorkflows } from './ports.ts';

const kind = 'workflow_task_failing';

export interface FailingWorkflowWatchDeps extends AlarmDeps {
  readonly temporal: AlarmDeps['temporal'] & FailingWorkflows;
}

/**
 * The alarm about workflows whose code fails in the worker again and again. Temporal keeps them and repeats the task
 * until a corrected release is deployed; without the alarm, their stores would wait unnoticed.
 */
export class FailingWorkflowWatch {
  private readonly deps: FailingWorkflowWatchDeps;
  private readonly alarms: Alarms;

  constructor(deps: FailingWorkflowWatchDeps, log: WatchLog) {
    this.deps = deps;
    this.alarms = new Alarms(deps, log);
  }

  /** Throws while Temporal or PostgreSQL is away. */
  async runRound(): Promise<void> {
    const failing = await this.deps.temporal.findFailingWorkflows();
    if (!failing) return void (await this.alarms.close(kind, { afterCalls: 2 }));
    const { count, workflowId, cause } = failing;
    await this.alarms.open({ kind, params: { count: String(count), workflowId, cause } });
  }
}
