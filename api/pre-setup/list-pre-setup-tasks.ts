import { listPreSetupTasks as operation } from '../contract/pre-setup-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { listPreSetupTasks } from './describe-tasks.ts';
import { route } from '../http/route.ts';

export function getPreSetupTasks(deps: ApiDeps) {
  return route(operation, async ({ locale }) => ({
    status: 200,
    body: { items: await listPreSetupTasks(deps, locale) },
  }));
}
