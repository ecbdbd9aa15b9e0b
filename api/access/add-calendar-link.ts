import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';

export function addCalendarLink({ calendarLinks, publicUrl }: ApiDeps) {
  return route(contract.addCalendarLink, async ({ request }) => {
    const { name, tokenId } = actorOf(request);
    const { token, record } = await calendarLinks.createLink({ createdBy: name, tokenId });
    return { status: 201, body: { ...record, url: `${publicUrl}/v1/renewals.ics?token=${token}` } };
  });
}
