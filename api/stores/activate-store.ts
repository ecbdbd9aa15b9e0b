import { activateStore } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from './find-store.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { tellWorkflow } from './signal-and-wait.ts';

export function postActivate({ reader, onboarding }: ApiDeps) {
  return route(activateStore, async ({ params, locale }) => {
    const store = await findLiveStore(reader, params.id);
    if (!store.setUp) throw new Problem('setup_not_finished');
    return tellWorkflow(
      reader,
      store,
      locale,
      ({ enabled }) => enabled,
      () => onboarding.enabledChanged(store.id, true),
    );
  });
}
