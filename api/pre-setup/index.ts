import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { listPreSetupTasks } from './list-pre-setup-tasks.ts';
import { setPreSetupTask } from './set-pre-setup-task.ts';

export function preSetupRoutes(deps: ApiDeps): readonly Route[] {
  return [listPreSetupTasks(deps), setPreSetupTask(deps)];
}
