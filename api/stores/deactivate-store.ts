import { enabledChanged } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';

export function deactivateStore({ stores, temporal }: ApiDeps) {
  return route(contract.deactivateStore, async ({ params, locale }) => {
    const store = await findLiveStore(stores, params.id);
    return signalAndWait(
      stores,
      store,
      locale,
      ({ enabled }) => !enabled,
      () => temporal.signalStore(store.id, enabledChanged, { enabled: false }),
    );
  });
}
