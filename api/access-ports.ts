/** Who may come in: API tokens, sign-in codes and calendar links. Implemented in adapters/postgres. */
import type { Role } from '../domain/roles.ts';

/** Of a token in force: what it may do and what it is called. */
export interface TokenHolder {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface ApiTokenRecord extends TokenHolder {
  readonly createdAt: string;
  readonly createdBy: string;
  /** Noted at most once a minute. */
  readonly lastUsedAt?: string;
  readonly expiresAt?: string;
}

/** Every question is asked of the database itself, so that a revoked token is refused at once by every process. */
export interface ApiTokens {
  /** Only a hash is kept; the token is returned once. Names are unique among tokens that were not revoked, any case. */
  createToken(input: {
    name: string;
    role: Role;
    createdBy: string;
    expiresAt?: string;
  }): Promise<{ kind: 'created'; token: string; record: ApiTokenRecord } | { kind: 'name_taken' }>;
  /** Those that were not revoked, the newest first. */
  listTokens(): Promise<readonly ApiTokenRecord[]>;
  /** False when there never was one. */
  revokeToken(id: string): Promise<boolean>;
  /** Undefined for one that is unknown, revoked or expired. Notes that it was used. */
  findToken(by: { readonly token: string } | { readonly id: string }): Promise<TokenHolder | undefined>;
}

export interface SignInCodes {
  /** `tokenId`: the token whose role the browser will have; without it the admin's. */
  createCode(expiresAt: string, tokenId?: string): Promise<{ code: string }>;
  /** Once per code: whose it is. */
  useCode(code: string): Promise<{ readonly tokenId?: string } | undefined>;
}

export interface CalendarLinkRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Noted at most once a minute. */
  readonly lastUsedAt?: string;
}

/** Wherever a `tokenId` is left out, the links of everybody are meant. */
export interface CalendarLinks {
  /** Only a hash is kept; the token is returned once. */
  createLink(input: { createdBy: string; tokenId?: string }): Promise<{ token: string; record: CalendarLinkRecord }>;
  /** Those that were not revoked, the newest first. */
  listLinks(tokenId?: string): Promise<readonly CalendarLinkRecord[]>;
  /** False when there never was one. */
  revokeLink(id: string, tokenId?: string): Promise<boolean>;
  /** Whether it opens the calendar: a link ends with its revocation, and with the token that made it. Notes its use. */
  useLink(token: string): Promise<boolean>;
}
