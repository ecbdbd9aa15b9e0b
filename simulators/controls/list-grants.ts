import type { Grant } from '../amazon/authorizations.ts';
import { findSeller } from '../amazon/sellers.ts';

/** Every grant there ever was, oldest first, without its token: when its seller agreed, and when it was revoked. */
export function listGrants(grants: readonly Grant[]): object[] {
  const iso = (ms: number) => new Date(ms).toISOString();
  return grants
    .toSorted((a, b) => a.grantedAtMs - b.grantedAtMs)
    .map(({ id, email, agreedAtMs, grantedAtMs, revokedAtMs, isRefreshTokenWithheld }) => ({
      id,
      seller: email,
      sellingPartnerId: findSeller(email)?.sellingPartnerId,
      ...(agreedAtMs !== undefined && { agreedAt: iso(agreedAtMs) }),
      grantedAt: iso(grantedAtMs),
      ...(revokedAtMs !== undefined && { revokedAt: iso(revokedAtMs) }),
      ...(isRefreshTokenWithheld && { isRefreshTokenWithheld }),
    }));
}
