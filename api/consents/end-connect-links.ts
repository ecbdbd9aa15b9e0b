import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from '../stores/find-store.ts';

export function endConnectLinks(deps: ApiDeps) {
  return route(contract.endConnectLinks, async ({ params, response }) => {
    const store = await findLiveStore(deps.stores, params.id);
    await deps.connectLinks.endLinks(store.id);
    response.status(204).end();
    return undefined;
  });
}
