import { queryOptions } from '@tanstack/react-query';
import { answer } from './client.ts';
import { type PreSetupTask, upcoming } from './upcoming.ts';

export type { PreSetupTask };

export const preSetupTasksQuery = queryOptions({
  queryKey: ['pre-setup-tasks'],
  queryFn: ({ signal }) => answer(upcoming.GET('/v1/pre-setup-tasks', { signal })),
});

export function setTaskDone(task: string, done: boolean): Promise<PreSetupTask> {
  return answer(upcoming.PUT('/v1/pre-setup-tasks/{task}', { params: { path: { task } }, body: { done } }));
}
