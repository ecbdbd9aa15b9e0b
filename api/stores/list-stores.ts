import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { toStore } from './store-view.ts';

export function listStores({ stores }: ApiDeps) {
  return route(contract.listStores, async ({ query, locale }) => {
    const { items, nextCursor } = await stores.listStores(query);
    return { status: 200, body: { items: items.map((store) => toStore(store, locale)), nextCursor } };
  });
}
