import { auditChanges } from '../../domain/audit.ts';
import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { describeChange } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function revokeToken({ apiTokens }: ApiDeps) {
  return route(contract.revokeToken, async ({ params, request }) => {
    const token = (await apiTokens.listTokens()).find(({ id }) => id === params.id);
    if (!(await apiTokens.revokeToken(params.id))) throw new Problem('token_not_found', 'No token has this id.');
    describeChange(request, { changes: auditChanges({ name: token?.name, role: token?.role }, {}) });
    return { status: 204 };
  });
}
