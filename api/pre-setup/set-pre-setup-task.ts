import { auditChanges } from '../../domain/audit.ts';
import * as contract from '../contract/pre-setup.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { describeChange } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { describeTasks } from './describe-tasks.ts';

export function setPreSetupTask(deps: ApiDeps) {
  return route(contract.setPreSetupTask, async ({ params: { task }, body: { done }, locale, request }) => {
    const wasDone = (await deps.preSetup.listDone()).has(task);
    describeChange(request, { changes: auditChanges({ done: wasDone }, { done }) });
    if (done) await deps.preSetup.markDone(task, actorOf(request).name);
    else await deps.preSetup.markOpen(task);
    const tasks = await describeTasks(deps, locale);
    return { status: 200, body: tasks.find((item) => item.task === task) };
  });
}
