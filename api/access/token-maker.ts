import type { TokenMaker } from '../../adapters/postgres/access/rows.ts';
import type { ApiDeps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import { Problem } from '../http/problem.ts';

/** The token that a link ends with: that of the actor, or the admin token in force. @throws {Problem} for a person */
export async function tokenMaker(
  { signing }: Pick<ApiDeps, 'signing'>,
  { name, tokenId, person }: Actor,
): Promise<TokenMaker> {
  if (person)
    throw new Problem(
      'token_required',
      `A sign-in link passes on the role of a token, and you, "${name}", signed in without one. Send the request with an API token.`,
    );
  return tokenId === undefined ? { adminFingerprint: (await signing()).adminFingerprint } : { tokenId };
}
