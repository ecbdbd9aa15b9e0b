import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { toActorName } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from '../stores/find-store.ts';

export function endConnectLinks(deps: ApiDeps) {
  return route(contract.endConnectLinks, async ({ params, request }) => {
    const store = await findLiveStore(deps.stores, params.id);
    await deps.connectLinks.endLinks(store.id, toActorName(actorOf(request)));
    return { status: 204 };
  });
}
