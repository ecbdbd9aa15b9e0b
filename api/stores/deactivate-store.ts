import { enabledChanged } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';
import { signalStore } from './signal-store.ts';

export function deactivateStore(deps: ApiDeps) {
  const { stores } = deps;
  return route(contract.deactivateStore, async ({ params, locale }) => {
    const store = await findLiveStore(stores, params.id);
    return signalAndWait(
      stores,
      store,
      locale,
      ({ enabled }) => !enabled,
      () => signalStore(deps, store.id, enabledChanged, { enabled: false }),
    );
  });
}
