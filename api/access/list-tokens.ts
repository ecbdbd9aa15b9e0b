import { listTokens } from '../contract/access-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getTokens({ tokens }: ApiDeps) {
  return route(listTokens, async () => ({ status: 200, body: { items: await tokens.listTokens() } }));
}
