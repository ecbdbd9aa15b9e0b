import { deletionRequested } from '../../workflows/messages.ts';
import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';
import { signalStore } from './signal-store.ts';

export function deleteStore(deps: ApiDeps) {
  const { stores } = deps;
  return route(contract.deleteStore, async ({ params, locale }) => {
    const store = await findStore(stores, params.id);
    return signalAndWait(
      stores,
      store,
      locale,
      ({ status }) => status === 'deleted',
      () => signalStore(deps, store.id, deletionRequested),
    );
  });
}
