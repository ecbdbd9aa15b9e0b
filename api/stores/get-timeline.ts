import { getTimeline as operation } from '../contract/store-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findStore } from './find-store.ts';
import { route } from '../http/route.ts';
import { toTimelineEntry } from './store-view.ts';

export function getTimeline({ reader }: ApiDeps) {
  return route(operation, async ({ params, query, locale }) => {
    const store = await findStore(reader, params.id);
    const { items, nextCursor } = await reader.listTimeline(store.id, query);
    return { status: 200, body: { items: items.map((entry) => toTimelineEntry(entry, locale)), nextCursor } };
  });
}
