import type { Session } from '../../adapters/postgres/access/sessions.ts';
import * as contract from '../contract/sessions.ts';
import type { ApiDeps } from '../deps.ts';
import { type Actor, actorOf, ownerFilter } from '../http/actor.ts';
import { route } from '../http/route.ts';
import { sessionPolicy } from './sessions.ts';

export function listSessions(deps: ApiDeps) {
  return route(contract.listSessions, async ({ query, request }) => {
    const actor = actorOf(request);
    const page = await deps.sessions.listSessions(await sessionPolicy(deps), ownerFilter(actor), query);
    return { status: 200, body: { ...page, items: page.items.map((session) => toView(session, actor)) } };
  });
}

function toView({ tokenId: _tokenId, person, ...session }: Session, { session: own }: Actor) {
  return { ...session, subject: person?.subject, isCurrent: session.id === own?.id };
}
