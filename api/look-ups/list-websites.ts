import * as contract from '../contract/look-ups.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listWebsites({ catalog }: ApiDeps) {
  return route(contract.listWebsites, async () => ({ status: 200, body: { items: await catalog.listWebsites() } }));
}
