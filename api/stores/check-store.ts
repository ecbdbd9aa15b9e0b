import { isConnected } from '../../domain/store-status.ts';
import { checkRequested } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { auditIdOf } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalStore } from './signal-store.ts';
import { toStore } from './store-view.ts';

export function checkStore(deps: ApiDeps) {
  return route(contract.checkStore, async ({ params, locale, request }) => {
    const store = await findLiveStore(deps.stores, params.id);
    // The workflow ignores a check of a store that is not connected.
    if (!isConnected(store.status)) throw new Problem('store_not_connected');
    const { kind } = await signalStore(deps, store.id, checkRequested, { auditId: auditIdOf(request) });
    if (kind === 'gone') throw new Problem('store_workflow_gone');
    return { status: 202, body: toStore(store, locale) };
  });
}
