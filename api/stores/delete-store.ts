import { auditChanges } from '../../domain/audit.ts';
import { deletionRequested } from '../../workflows/messages.ts';
import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { auditIdOf, describeChange } from '../http/audit-trail.ts';
import { route } from '../http/route.ts';
import { findStore } from './find-store.ts';
import { signalAndWait } from './signal-and-wait.ts';
import { signalStore } from './signal-store.ts';

export function deleteStore(deps: ApiDeps) {
  const { stores } = deps;
  return route(contract.deleteStore, async ({ params, locale, request }) => {
    const store = await findStore(stores, params.id);
    const before = { name: store.name, status: store.status };
    describeChange(request, { changes: auditChanges(before, { status: 'deleted' }) });
    return signalAndWait(
      stores,
      store,
      locale,
      ({ status }) => status === 'deleted',
      () => signalStore(deps, store.id, deletionRequested, { auditId: auditIdOf(request) }),
    );
  });
}
