import * as contract from '../contract/access.ts';
import type { ApiDeps } from '../deps.ts';
import { auditChanges } from '../../domain/audit.ts';
import { actorOf, adminActor } from '../http/actor.ts';
import { describeChange } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

export function addToken({ apiTokens }: ApiDeps) {
  return route(contract.addToken, async ({ body: { name, role, expiresAt }, request }) => {
    if (name.toLowerCase() === adminActor.name) throw nameTaken(name);
    const created = await apiTokens.createToken({
      name,
      role,
      createdBy: actorOf(request).name,
      expiresAt,
    });
    if (created.kind === 'name_taken') throw nameTaken(name);
    describeChange(request, { changes: auditChanges({}, { name, role, expiresAt }) });
    return { status: 201, body: { ...created.record, token: created.token } };
  });
}

function nameTaken(name: string): Problem {
  return new Problem(
    'token_name_taken',
    `Another token is named "${name}". Choose another name, or revoke that token first.`,
  );
}
