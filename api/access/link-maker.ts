import type { LinkMaker } from '../../adapters/postgres/access/rows.ts';
import type { ApiDeps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';

/** The token that a link ends with: that of the actor, or the admin token in force. */
export async function linkMaker({ signing }: Pick<ApiDeps, 'signing'>, { tokenId }: Actor): Promise<LinkMaker> {
  return tokenId === undefined ? { adminFingerprint: (await signing()).adminFingerprint } : { tokenId };
}
