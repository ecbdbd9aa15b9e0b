import { listRenewals } from '../contract/service-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getRenewals({ reader }: ApiDeps) {
  return route(listRenewals, async ({ query }) => {
    const stores = await reader.listRenewals(query);
    const items = stores.map(({ id, name, country, website, status, expiresAt, next }) => ({
      storeId: id,
      name,
      country,
      website,
      status,
      expiresAt,
      next,
    }));
    return { status: 200, body: { items } };
  });
}
