import { actorOf, ownTokenId } from '../http/actor.ts';
import { listCalendarLinks } from '../contract/access-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCalendarLinks({ calendarLinks }: ApiDeps) {
  return route(listCalendarLinks, async ({ request }) => ({
    status: 200,
    body: { items: await calendarLinks.listLinks(ownTokenId(actorOf(request))) },
  }));
}
