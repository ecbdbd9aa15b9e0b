import { includesRole } from '../../domain/roles.ts';
import * as contract from '../contract/access.ts';
import { operations } from '../contract/operations.ts';
import { actorOf } from '../http/actor.ts';
import { route } from '../http/route.ts';

export function getAccess() {
  return route(contract.getAccess, ({ request }) => {
    const { name, role } = actorOf(request);
    const allowed = operations.filter((operation) => operation.role !== 'anyone' && includesRole(role, operation.role));
    return { status: 200, body: { name, role, operations: allowed.map(({ operationId }) => operationId) } };
  });
}
