import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listTokens({ apiTokens }: ApiDeps) {
  return route(contract.listTokens, async () => ({ status: 200, body: { items: await apiTokens.listTokens() } }));
}
