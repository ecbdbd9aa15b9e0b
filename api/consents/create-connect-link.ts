import type { ApiDeps } from '../deps.ts';

/** Of a link made on request; never scaled with the year. */
const validMs = 7 * 86_400_000;

export async function makeConnectLink(
  { links, publicUrl }: Pick<ApiDeps, 'links' | 'publicUrl'>,
  storeId: string,
): Promise<{ url: string; expiresAt: string }> {
  const expiresAt = new Date(Date.now() + validMs).toISOString();
  const { token } = await links.createLink(storeId, expiresAt);
  return { url: `${publicUrl}/connect/${token}`, expiresAt };
}
