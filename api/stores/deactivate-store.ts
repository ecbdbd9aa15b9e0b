import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { signalAndWait } from './signal-and-wait.ts';

export function deactivateStore({ stores, temporal: onboarding }: ApiDeps) {
  return route(contract.deactivateStore, async ({ params, locale }) => {
    const store = await findLiveStore(stores, params.id);
    return signalAndWait(
      stores,
      store,
      locale,
      ({ enabled }) => !enabled,
      () => onboarding.enabledChanged(store.id, false),
    );
  });
}
