import type { Store } from '../../adapters/postgres/stores/store.ts';
import { auditChanges, type AuditChanges } from '../../domain/audit.ts';
import { reason } from '../../domain/reasons.ts';
import { reasonText } from '../../locales/reason-text.ts';
import { storeRenamed } from '../../workflows/messages.ts';
import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { describeChange, toActorName } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { checkAgainstCommerce } from './check-against-commerce.ts';
import { findLiveStore } from './find-store.ts';
import { toStore } from './store-view.ts';

export function changeStore({ stores, catalog, temporal }: ApiDeps) {
  return route(contract.changeStore, async ({ params, body, locale, request }) => {
    const store = await findLiveStore(stores, params.id);
    const { attributeCode, name } = body;
    if (attributeCode !== store.attributeCode) await checkAgainstCommerce(catalog, { attributeCode });
    const changed = await stores.changeSettings(
      store.id,
      body,
      async () => {
        // Temporal UI shows the name. For a workflow that has ended it does not matter.
        if (name !== undefined && name !== store.name) await temporal.signalStore(store.id, storeRenamed, { name });
      },
      toActorName(actorOf(request)),
    );
    switch (changed.kind) {
      case 'changed':
        describeChange(request, { changes: changedSettings(store, changed.store) });
        return { status: 200, body: toStore(changed.store, locale) };
      case 'name_taken':
        throw new Problem('store_name_taken', reasonText(reason('store_name_taken', { name: name ?? '' }), 'en'));
      case 'not_found':
        throw new Problem('store_deleted');
    }
  });
}

/** The addresses of people are not kept in the audit log. */
function changedSettings(before: Store, after: Store): AuditChanges {
  const fieldsOf = ({ name, productIdType, attributeCode }: Store) => ({ name, productIdType, attributeCode });
  return {
    ...auditChanges(fieldsOf(before), fieldsOf(after)),
    ...(before.email !== after.email && { email: {} }),
    ...(before.secondEmail !== after.secondEmail && { secondEmail: {} }),
  };
}
