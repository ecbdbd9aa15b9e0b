/** Rows as PostgreSQL's driver reads and writes them. */
import type { Role } from '../../../domain/roles.ts';

/** The API token, or the admin token by its fingerprint, that made a link and with which the link ends. */
export type LinkMaker = { readonly tokenId: string } | { readonly adminFingerprint: string };

/** The columns of a `LinkMaker`. */
export interface LinkMakerRow {
  token_id: string | null;
  admin_fingerprint: string | null;
}

export function toLinkMakerRow(maker: LinkMaker): LinkMakerRow {
  return 'tokenId' in maker
    ? { token_id: maker.tokenId, admin_fingerprint: null }
    : { token_id: null, admin_fingerprint: maker.adminFingerprint };
}

export interface SigningKeyRow {
  name: string;
  sealed_key: string;
}

export interface ApiTokenRow {
  id: string;
  token_hash: string;
  name: string;
  name_key: string;
  role: Role;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

export interface CalendarLinkRow extends LinkMakerRow {
  id: string;
  token_hash: string;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}
