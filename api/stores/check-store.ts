import { isConnected } from '../../domain/store-status.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from './find-store.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { toStore } from './store-view.ts';

export function checkStore({ stores, temporal: onboarding }: ApiDeps) {
  return route(contract.checkStore, async ({ params, locale }) => {
    const store = await findLiveStore(stores, params.id);
    // The workflow ignores a check of a store that is not connected.
    if (!isConnected(store.status)) throw new Problem('store_not_connected');
    const { kind } = await onboarding.checkRequested(store.id);
    if (kind === 'gone') throw new Problem('store_workflow_gone');
    return { status: 202, body: toStore(store, locale) };
  });
}
