import * as contract from '../contract/audit.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listAudit({ audit }: ApiDeps) {
  return route(contract.listAudit, async ({ query: { limit, cursor, ...filter } }) => ({
    status: 200,
    body: await audit.listAudit(filter, { limit, cursor }),
  }));
}
