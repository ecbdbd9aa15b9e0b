import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf, ownerFilter } from '../http/actor.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function revokeCalendarLink({ calendarLinks }: ApiDeps) {
  return route(contract.revokeCalendarLink, async ({ params, request }) => {
    if (!(await calendarLinks.revokeLink(params.id, ownerFilter(actorOf(request)))))
      throw new Problem('calendar_link_not_found', 'You have no calendar link with this id.');
    return { status: 204 };
  });
}
