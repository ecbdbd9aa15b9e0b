import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findStore } from './find-store.ts';
import { toStore } from './store-view.ts';

export function getStore({ stores }: ApiDeps) {
  return route(contract.getStore, async ({ params, locale }) => ({
    status: 200,
    body: toStore(await findStore(stores, params.id), locale),
  }));
}
