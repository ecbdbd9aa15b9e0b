import { listAuthorizations } from '../contract/connection-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getAuthorizations({ authorizations }: ApiDeps) {
  return route(listAuthorizations, async ({ query }) => ({
    status: 200,
    body: { items: await authorizations.listAuthorizations(query.sellerId) },
  }));
}
