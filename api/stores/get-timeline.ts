import * as contract from '../contract/timeline.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findStore } from './find-store.ts';
import { toTimelineEntry } from './store-view.ts';

export function getTimeline({ stores }: ApiDeps) {
  return route(contract.getTimeline, async ({ params, query, locale }) => {
    const store = await findStore(stores, params.id);
    const { items, nextCursor } = await stores.listTimeline(store.id, query);
    return { status: 200, body: { items: items.map((entry) => toTimelineEntry(entry, locale)), nextCursor } };
  });
}
