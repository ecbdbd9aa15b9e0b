import type { ActorName } from '../../domain/actors.ts';
import type { ApiDeps } from '../deps.ts';

/** Not scaled with the length of the authorization year. */
const validMs = 7 * 86_400_000;

export async function createConnectLink(
  { connectLinks, publicUrl }: Pick<ApiDeps, 'connectLinks' | 'publicUrl'>,
  storeId: string,
  actor: ActorName,
): Promise<{ url: string; expiresAt: string }> {
  const expiresAt = new Date(Date.now() + validMs).toISOString();
  const { token } = await connectLinks.createLink(storeId, expiresAt, actor);
  return { url: `${publicUrl}/connect/${token}`, expiresAt };
}
