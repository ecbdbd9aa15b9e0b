import * as contract from '../contract/sessions.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf, ownerFilter } from '../http/actor.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function endSession({ sessions }: ApiDeps) {
  return route(contract.endSession, async ({ params, request, response }) => {
    if (!(await sessions.endSession(params.id, ownerFilter(actorOf(request)))))
      throw new Problem('session_not_found', 'You have no session with this id; it may have ended already.');
    response.status(204).end();
    return undefined;
  });
}
