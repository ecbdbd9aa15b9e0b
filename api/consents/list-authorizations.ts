import * as contract from '../contract/authorizations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listAuthorizations({ authorizations }: ApiDeps) {
  return route(contract.listAuthorizations, async ({ query }) => ({
    status: 200,
    body: { items: await authorizations.listAuthorizations(query.sellerId) },
  }));
}
