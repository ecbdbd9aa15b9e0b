import * as contract from '../contract/look-ups.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listAttributes({ catalog }: ApiDeps) {
  return route(contract.listAttributes, async ({ query }) => {
    const items = await catalog.searchAttributes(query.q, query.limit);
    return { status: 200, body: { items } };
  });
}
