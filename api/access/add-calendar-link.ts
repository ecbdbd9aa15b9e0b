import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';
import { tokenMaker } from './token-maker.ts';

export function addCalendarLink(deps: ApiDeps) {
  const { calendarLinks, publicUrl } = deps;
  return route(contract.addCalendarLink, async ({ request }) => {
    const actor = actorOf(request);
    const maker = actor.person ?? (await tokenMaker(deps, actor));
    const { token, record } = await calendarLinks.createLink({ createdBy: actor.name, maker });
    return { status: 201, body: { ...record, url: `${publicUrl}/v1/renewals.ics?token=${token}` } };
  });
}
