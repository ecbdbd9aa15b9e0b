import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf, ownerFilter } from '../http/actor.ts';
import { route } from '../http/route.ts';

export function listCalendarLinks({ calendarLinks }: ApiDeps) {
  return route(contract.listCalendarLinks, async ({ request }) => ({
    status: 200,
    body: { items: await calendarLinks.listLinks(ownerFilter(actorOf(request))) },
  }));
}
