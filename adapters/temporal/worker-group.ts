import { Worker, type WorkerOptions } from '@temporalio/worker';
import { type ActivityQueue, activityQueues, activityTaskQueue } from '../../domain/ids.ts';

/** How many activities of a queue run at once in one process; `mail`: no more than keep the SMTP connections busy. */
const slots: Readonly<Record<ActivityQueue, number>> = { amazon: 50, imports: 10, mail: 6 };

/**
 * The workers of one process: one for the workflows, their database steps and the exchange of codes, and one for each
 * queue of activities. All register all activities, so that tasks of older releases are carried out wherever they are.
 */
export class WorkerGroup {
  private readonly workers: readonly Worker[];

  private constructor(workers: readonly Worker[]) {
    this.workers = workers;
  }

  static async create(options: WorkerOptions & { readonly taskQueue: string }): Promise<WorkerGroup> {
    const { workflowBundle: _bundle, workflowsPath: _path, ...activityOptions } = options;
    // They come first: a queue is polled before a workflow can use it.
    const workers = await Promise.all(
      activityQueues.map((queue) =>
        Worker.create({
          ...activityOptions,
          taskQueue: activityTaskQueue(options.taskQueue, queue),
          maxConcurrentActivityTaskExecutions: slots[queue],
          maxConcurrentActivityTaskPolls: 2,
        }),
      ),
    );
    return new WorkerGroup([...workers, await Worker.create(options)]);
  }

  /** Until all have shut down; when one fails, the others shut down as well. */
  async run(): Promise<void> {
    const running = this.workers.map((worker) => worker.run());
    try {
      await Promise.all(running);
    } finally {
      this.shutdown();
      await Promise.allSettled(running);
    }
  }

  shutdown(): void {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }

  isRunning(): boolean {
    return this.workers.every((worker) => worker.getState() === 'RUNNING');
  }
}
