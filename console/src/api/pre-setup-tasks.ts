import { queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { api, dataOf } from './client.ts';
import { valuesOf } from './values-of.ts';

export type PreSetupTask = components['schemas']['PreSetupTask'];
export type TaskKey = PreSetupTask['task'];

/** In the order of the original guide. */
export const preSetupTaskKeys = valuesOf<TaskKey>({
  cron: true,
  professional_account: true,
  approved_seller: true,
  vat: true,
  attributes: true,
  currency: true,
  condition: true,
  shipping: true,
});

export const preSetupTasksQuery = queryOptions({
  queryKey: ['pre-setup-tasks'],
  queryFn: ({ signal }) => dataOf(api.GET('/v1/pre-setup-tasks', { signal })),
});

export function setTaskDone(task: TaskKey, done: boolean): Promise<PreSetupTask> {
  return dataOf(api.PUT('/v1/pre-setup-tasks/{task}', { params: { path: { task } }, body: { done } }));
}
