import { actorOf, ownTokenId } from '../http/actor.ts';
import { revokeCalendarLink } from '../contract/access-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function deleteCalendarLink({ calendarLinks }: ApiDeps) {
  return route(revokeCalendarLink, async ({ params, request, response }) => {
    if (!(await calendarLinks.revokeLink(params.id, ownTokenId(actorOf(request)))))
      throw new Problem('calendar_link_not_found', 'No calendar link of yours has this id.');
    response.status(204).end();
    return undefined;
  });
}
