import * as contract from '../contract/pre-setup.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { describeTasks } from './describe-tasks.ts';

export function listPreSetupTasks(deps: ApiDeps) {
  return route(contract.listPreSetupTasks, async ({ locale }) => ({
    status: 200,
    body: { items: await describeTasks(deps, locale) },
  }));
}
