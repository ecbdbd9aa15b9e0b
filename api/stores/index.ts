import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { activateStore } from './activate-store.ts';
import { addStore } from './add-store.ts';
import { changeStore } from './change-store.ts';
import type { ChangeStream } from './change-stream.ts';
import { checkStore } from './check-store.ts';
import { countStores } from './count-stores.ts';
import { deactivateStore } from './deactivate-store.ts';
import { deleteStore } from './delete-store.ts';
import { disconnectStore } from './disconnect-store.ts';
import { getStore } from './get-store.ts';
import { getTimeline } from './get-timeline.ts';
import { listStores } from './list-stores.ts';
import { streamEvents } from './stream-events.ts';

export function storeRoutes(deps: ApiDeps, changes: ChangeStream): readonly Route[] {
  return [
    addStore(deps),
    listStores(deps),
    // Before `/v1/stores/{id}`, which would match it as well.
    countStores(deps),
    getStore(deps),
    changeStore(deps),
    deleteStore(deps),
    checkStore(deps),
    disconnectStore(deps),
    activateStore(deps),
    deactivateStore(deps),
    getTimeline(deps),
    streamEvents(deps, changes),
  ];
}
