import { includesRole } from '../../domain/roles.ts';
import { actorOf } from '../http/actor.ts';
import * as contract from '../contract/access.ts';
import { operations } from '../contract/operations.ts';
import { route } from '../http/route.ts';

export function getAccess() {
  return route(contract.getAccess, ({ request }) => {
    const { name, role } = actorOf(request);
    const allowed = operations.filter((each) => each.role !== 'anyone' && includesRole(role, each.role));
    return { status: 200, body: { name, role, operations: allowed.map(({ operationId }) => operationId) } };
  });
}
