import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function revokeToken({ apiTokens }: ApiDeps) {
  return route(contract.revokeToken, async ({ params, response }) => {
    if (!(await apiTokens.revokeToken(params.id))) throw new Problem('token_not_found', 'No token has this id.');
    response.status(204).end();
    return undefined;
  });
}
