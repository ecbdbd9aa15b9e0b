import { deleteStore as operation } from '../contract/store-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { tellWorkflow } from './signal-and-wait.ts';

export function deleteStore({ reader, onboarding }: ApiDeps) {
  return route(operation, async ({ params, locale }) => {
    const store = await findStore(reader, params.id);
    return tellWorkflow(
      reader,
      store,
      locale,
      ({ status }) => status === 'deleted',
      () => onboarding.deletionRequested(store.id),
    );
  });
}
