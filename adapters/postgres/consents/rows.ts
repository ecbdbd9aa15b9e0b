/** Rows as PostgreSQL's driver reads and writes them. */
import type { Reason } from '../../../domain/reasons.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';

export interface ConnectLinkRow {
  id: string;
  token_hash: string;
  store_id: string;
  expires_at: Date;
  /** Before its time. */
  ended_at: Date | null;
}

export interface ConsentRow {
  id: string;
  state_hash: string;
  browser_hash: string;
  store_id: string;
  link_id: string | null;
  redirect_uri: string;
  expires_at: Date;
  received_at: Date | null;
  code_hash: string | null;
  selling_partner_id: string | null;
  sealed_code: string | null;
  sealed_refresh_token: string | null;
  delivered_at: Date | null;
  adopted_at: Date | null;
  outcome: 'connected' | Reason | null;
  /** Set once its token has been verified. */
  seller_proof: SellerProof | null;
  /** As Amazon names the account; a stranger may have chosen it. */
  account_name: string | null;
}
