import { auditChanges } from '../../domain/audit.ts';
import { disconnectRequested } from '../../workflows/messages.ts';
import * as contract from '../contract/connections.ts';
import type { ApiDeps } from '../deps.ts';
import { auditIdOf, describeChange } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { findLiveStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';
import { signalStore } from './signal-store.ts';

export function disconnectStore(deps: ApiDeps) {
  const { stores } = deps;
  return route(contract.disconnectStore, async ({ params, locale, request }) => {
    const store = await findLiveStore(stores, params.id);
    const after = store.setUp ? 'disconnected' : 'awaiting_authorization';
    describeChange(request, { changes: auditChanges({ status: store.status }, { status: after }) });
    return signalAndWait(
      stores,
      store,
      locale,
      // Ending a first connection attempt leaves the store waiting for another one.
      ({ status }) => status === 'disconnected' || status === 'awaiting_authorization',
      () => signalStore(deps, store.id, disconnectRequested, { auditId: auditIdOf(request) }),
    );
  });
}
