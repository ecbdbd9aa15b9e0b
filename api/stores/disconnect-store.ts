import { disconnectStore } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findLiveStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { tellWorkflow } from './signal-and-wait.ts';

export function postDisconnect({ reader, onboarding }: ApiDeps) {
  return route(disconnectStore, async ({ params, locale }) => {
    const store = await findLiveStore(reader, params.id);
    return tellWorkflow(
      reader,
      store,
      locale,
      // A first attempt that is ended leaves the store waiting for another one.
      ({ status }) => status === 'disconnected' || status === 'awaiting_authorization',
      () => onboarding.disconnectRequested(store.id),
    );
  });
}
