import * as contract from '../contract/pre-setup.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';
import { describeTasks } from './describe-tasks.ts';

export function setPreSetupTask(deps: ApiDeps) {
  return route(contract.setPreSetupTask, async ({ params: { task }, body: { done }, locale, request }) => {
    if (done) await deps.preSetup.markDone(task, actorOf(request).name);
    else await deps.preSetup.markOpen(task);
    const tasks = await describeTasks(deps, locale);
    return { status: 200, body: tasks.find((item) => item.task === task) };
  });
}
