import { revokeToken } from '../contract/access-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function deleteToken({ tokens }: ApiDeps) {
  return route(revokeToken, async ({ params, response }) => {
    if (!(await tokens.revokeToken(params.id))) throw new Problem('token_not_found', 'No token has this id.');
    response.status(204).end();
    return undefined;
  });
}
