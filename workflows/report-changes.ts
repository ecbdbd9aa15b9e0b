/**
 * For the replay of histories outside a worker: reports every change that was recorded, so that the state of a store is
 * known without PostgreSQL. Adds no command, and no step to a promise, so that everything happens in the same order.
 */
import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { StoreChange } from '../activities/contract.ts';

export interface ReportSinks extends Sinks {
  report: { changed(change: StoreChange): void };
}

const { report } = proxySinks<ReportSinks>();

export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        scheduleLocalActivity(input, next) {
          const scheduled = next(input);
          const [change] = input.args;
          // Once it is recorded in the history.
          if (input.activityType === 'recordChange' && isStoreChange(change))
            scheduled.then(
              () => report.changed(change),
              () => undefined,
            );
          return scheduled;
        },
      },
    ],
  };
}

function isStoreChange(value: unknown): value is StoreChange {
  return typeof value === 'object' && value !== null && 'storeId' in value;
}
