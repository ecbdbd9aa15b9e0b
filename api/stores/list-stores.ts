import { listStores } from '../contract/store-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { toStore } from './store-view.ts';

export function getStores({ reader }: ApiDeps) {
  return route(listStores, async ({ query, locale }) => {
    const { items, nextCursor } = await reader.listStores(query);
    return { status: 200, body: { items: items.map((store) => toStore(store, locale)), nextCursor } };
  });
}
