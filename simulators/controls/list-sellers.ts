import type { Grant } from '../amazon/authorizations.ts';
import { findSeller } from '../amazon/sellers.ts';

/** Sellers who ever agreed, without their tokens. */
export function listSellers(grants: readonly Grant[]): object[] {
  const byEmail = new Map<string, Grant[]>();
  for (const grant of grants) byEmail.set(grant.email, [...(byEmail.get(grant.email) ?? []), grant]);
  return [...byEmail].map(([email, own]) => {
    const seller = findSeller(email);
    return {
      email,
      sellingPartnerId: seller?.sellingPartnerId,
      region: seller?.region,
      countries: seller?.marketplaces.map(({ countryCode }) => countryCode),
      grants: own.length,
      revokedGrants: own.filter(({ revokedAtMs }) => revokedAtMs !== undefined).length,
      lastGrantedAt: new Date(Math.max(...own.map(({ grantedAtMs }) => grantedAtMs))).toISOString(),
    };
  });
}
