/** Rows as PostgreSQL's driver reads and writes them. Authorizations are kept in the table `grants`. */
import type { Region } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { Authorization } from '../../../domain/store-life.ts';

export interface AuthorizationRow {
  id: string;
  selling_partner_id: string;
  region: Region;
  sealed_refresh_token: string | null;
  authorized_at: Date;
  expires_at: Date;
  checked_at: Date | null;
  unanswered_at: Date | null;
  /** Null in rows that are older than 0.3.0, until the next proof. */
  seller_proof: SellerProof | null;
  /** When Amazon last said that the token is the seller's. */
  proved_at: Date | null;
  /** The other seller whose token it is, by Amazon's last answer. */
  other_seller_id: string | null;
  refused_since: Date | null;
}

/** A marketplace of a seller as Amazon names it, including those that our stores cannot sell in. */
export interface SellerMarketplace {
  readonly countryCode: string;
  readonly isParticipating: boolean;
  readonly hasSuspendedListings: boolean;
}

export interface ParticipationsRow {
  selling_partner_id: string;
  region: Region;
  participations: readonly SellerMarketplace[];
  seen_at: Date;
}

export function toAuthorization(row: AuthorizationRow): Authorization {
  return {
    grantId: row.id,
    sellerId: row.selling_partner_id,
    authorizedAt: row.authorized_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
