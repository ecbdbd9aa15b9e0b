import { enabledChanged } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';

export function activateStore({ stores, temporal }: ApiDeps) {
  return route(contract.activateStore, async ({ params, locale }) => {
    const store = await findLiveStore(stores, params.id);
    if (!store.setUp) throw new Problem('setup_not_finished');
    return signalAndWait(
      stores,
      store,
      locale,
      ({ enabled }) => enabled,
      () => temporal.signalStore(store.id, enabledChanged, { enabled: true }),
    );
  });
}
