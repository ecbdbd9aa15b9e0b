import { queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { answer, api } from './client.ts';

export type PreSetupTask = components['schemas']['PreSetupTask'];
export type TaskKey = PreSetupTask['task'];

export const preSetupTasksQuery = queryOptions({
  queryKey: ['pre-setup-tasks'],
  queryFn: ({ signal }) => answer(api.GET('/v1/pre-setup-tasks', { signal })),
});

export function setTaskDone(task: TaskKey, done: boolean): Promise<PreSetupTask> {
  return answer(api.PUT('/v1/pre-setup-tasks/{task}', { params: { path: { task } }, body: { done } }));
}
