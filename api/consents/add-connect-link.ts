import { addConnectLink } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from '../stores/find-store.ts';
import { makeConnectLink } from './create-connect-link.ts';
import { route } from '../http/route.ts';

export function postConnectLink(deps: ApiDeps) {
  return route(addConnectLink, async ({ params, body }) => {
    const store = await findLiveStore(deps.reader, params.id);
    if (body?.send) {
      const { messageId } = await deps.linkMailer.queueLinkMessage(store.id);
      await deps.onboarding.deliverMessage(messageId);
    }
    return { status: 201, body: await makeConnectLink(deps, store.id) };
  });
}
