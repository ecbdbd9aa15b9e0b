import { listAttributes } from '../contract/service-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCommerceAttributes({ catalog }: ApiDeps) {
  return route(listAttributes, async ({ query }) => {
    const items = await catalog.searchAttributes(query.q, query.limit);
    return { status: 200, body: { items } };
  });
}
