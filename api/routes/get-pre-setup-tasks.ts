import { listPreSetupTasks as operation } from '../contract/pre-setup-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { listPreSetupTasks } from '../list-pre-setup-tasks.ts';
import { route } from '../route.ts';

export function getPreSetupTasks(deps: ApiDeps) {
  return route(operation, async ({ locale }) => ({
    status: 200,
    body: { items: await listPreSetupTasks(deps, locale) },
  }));
}
