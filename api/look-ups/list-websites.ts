import { listWebsites } from '../contract/service-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCommerceWebsites({ catalog }: ApiDeps) {
  return route(listWebsites, async () => ({ status: 200, body: { items: await catalog.listWebsites() } }));
}
