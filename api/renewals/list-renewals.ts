import * as contract from '../contract/renewals.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listRenewals({ stores }: ApiDeps) {
  return route(contract.listRenewals, async ({ query }) => {
    const renewals = await stores.listRenewals(query);
    const items = renewals.map(({ id, name, country, website, status, expiresAt, next }) => ({
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
