import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function countStores({ stores }: ApiDeps) {
  return route(contract.countStores, async ({ query }) => {
    const byStatus = await stores.countByStatus(query);
    const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    return { status: 200, body: { total: all - byStatus.deleted, byStatus } };
  });
}
