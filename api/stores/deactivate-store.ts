import { deactivateStore } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { tellWorkflow } from './signal-and-wait.ts';

export function postDeactivate({ reader, onboarding }: ApiDeps) {
  return route(deactivateStore, async ({ params, locale }) => {
    const store = await findLiveStore(reader, params.id);
    return tellWorkflow(
      reader,
      store,
      locale,
      ({ enabled }) => !enabled,
      () => onboarding.enabledChanged(store.id, false),
    );
  });
}
