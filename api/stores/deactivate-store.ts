import { auditChanges } from '../../domain/audit.ts';
import { enabledChanged } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { auditIdOf, describeChange } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';
import { signalStore } from './signal-store.ts';

export function deactivateStore(deps: ApiDeps) {
  const { stores } = deps;
  return route(contract.deactivateStore, async ({ params, locale, request }) => {
    const store = await findLiveStore(stores, params.id);
    describeChange(request, { changes: auditChanges({ enabled: store.enabled }, { enabled: false }) });
    return signalAndWait(
      stores,
      store,
      locale,
      ({ enabled }) => !enabled,
      () => signalStore(deps, store.id, enabledChanged, { enabled: false, auditId: auditIdOf(request) }),
    );
  });
}
