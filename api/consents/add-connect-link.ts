import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { describeChange, toActorName } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from '../stores/find-store.ts';
import { createConnectLink } from './create-connect-link.ts';

export function addConnectLink(deps: ApiDeps) {
  return route(contract.addConnectLink, async ({ params, body, request }) => {
    const store = await findLiveStore(deps.stores, params.id);
    if (body?.send) {
      describeChange(request, { changes: { sent: { after: true } } });
      const { messageId } = await deps.messages.queueConnectLink(store.id);
      await deps.temporal.deliverMessage(messageId);
    }
    return { status: 201, body: await createConnectLink(deps, store.id, toActorName(actorOf(request))) };
  });
}
