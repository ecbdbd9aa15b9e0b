import { actorOf } from '../http/actor.ts';
import { setPreSetupTask } from '../contract/pre-setup-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { listPreSetupTasks } from './describe-tasks.ts';
import { route } from '../http/route.ts';

export function putPreSetupTask(deps: ApiDeps) {
  return route(setPreSetupTask, async ({ params: { task }, body: { done }, locale, request }) => {
    if (done) await deps.preSetup.tick(task, actorOf(request).name);
    else await deps.preSetup.untick(task);
    const tasks = await listPreSetupTasks(deps, locale);
    return { status: 200, body: tasks.find((each) => each.task === task) };
  });
}
