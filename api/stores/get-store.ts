import { getStore as operation } from '../contract/store-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { toStore } from './store-view.ts';

export function getStore({ reader }: ApiDeps) {
  return route(operation, async ({ params, locale }) => ({
    status: 200,
    body: toStore(await findStore(reader, params.id), locale),
  }));
}
