import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { findStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { signalAndWait } from './signal-and-wait.ts';

export function deleteStore({ stores, temporal: onboarding }: ApiDeps) {
  return route(contract.deleteStore, async ({ params, locale }) => {
    const store = await findStore(stores, params.id);
    return signalAndWait(
      stores,
      store,
      locale,
      ({ status }) => status === 'deleted',
      () => onboarding.deletionRequested(store.id),
    );
  });
}
