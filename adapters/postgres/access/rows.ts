/** Rows as PostgreSQL's driver reads and writes them. */
import type { Role } from '../../../domain/roles.ts';
import type { SignInMethod } from '../../../domain/sessions.ts';

/** The API token, or the admin token by its fingerprint, that made a link and with which the link ends. */
export type TokenMaker = { readonly tokenId: string } | { readonly adminFingerprint: string };

/** A person whom an identity provider knows. */
export interface Person {
  readonly issuer: string;
  /** Unique at the issuer. */
  readonly subject: string;
}

export type LinkMaker = TokenMaker | Person;

/** Whose links and sessions a caller may see and end. */
export type AccessOwner = { readonly tokenId: string } | Person;

/** The columns of a `TokenMaker`. */
export interface TokenMakerRow {
  token_id: string | null;
  admin_fingerprint: string | null;
}

/** The columns of a `LinkMaker`. */
export interface LinkMakerRow extends TokenMakerRow {
  issuer: string | null;
  subject: string | null;
}

export function toTokenMakerRow(maker: TokenMaker): TokenMakerRow {
  return 'tokenId' in maker
    ? { token_id: maker.tokenId, admin_fingerprint: null }
    : { token_id: null, admin_fingerprint: maker.adminFingerprint };
}

export function toLinkMakerRow(maker: LinkMaker): LinkMakerRow {
  if ('subject' in maker)
    return { token_id: null, admin_fingerprint: null, issuer: maker.issuer, subject: maker.subject };
  return { ...toTokenMakerRow(maker), issuer: null, subject: null };
}

/** Every row without an owner. `prefix`: alias of the table and a dot, for queries that join. */
export function ownerCondition(owner: AccessOwner | undefined, prefix = ''): Record<string, string> {
  if (owner === undefined) return {};
  if ('tokenId' in owner) return { [`${prefix}token_id`]: owner.tokenId };
  return { [`${prefix}issuer`]: owner.issuer, [`${prefix}subject`]: owner.subject };
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

export interface SessionRow extends LinkMakerRow {
  id: string;
  secret_hash: string;
  signed_in_with: SignInMethod;
  /** Null for an API token, which has its own. */
  name: string | null;
  role: Role | null;
  created_at: Date;
  authenticated_at: Date | null;
  last_used_at: Date;
  expires_at: Date;
  client_address: string;
  user_agent: string;
}
