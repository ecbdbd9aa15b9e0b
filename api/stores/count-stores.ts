import { countStores } from '../contract/store-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getStoreCounts({ reader }: ApiDeps) {
  return route(countStores, async ({ query }) => {
    const byStatus = await reader.countByStatus(query);
    const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    return { status: 200, body: { total: all - byStatus.deleted, byStatus } };
  });
}
