import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Role } from '../../../domain/roles.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { nameKey } from '../db/name-key.ts';
import { isoOrUndefined, isUuid } from '../db/pg-values.ts';
import type { ApiTokenRow } from './rows.ts';
import { touchLastUsed } from './touch-last-used.ts';

/** A prefix that people and secret scanners recognize. */
const prefix = 'prn_';

/** Of a token in force. */
export interface TokenHolder {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface ApiToken extends TokenHolder {
  readonly createdAt: string;
  readonly createdBy: string;
  /** To the minute. */
  readonly lastUsedAt?: string;
  readonly expiresAt?: string;
}

export interface NewApiToken {
  readonly name: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly expiresAt?: string;
}

/** Stores only a hash; the token is returned once. Names are unique, in any case, among tokens that are not revoked. */
export async function createToken(
  database: Knex,
  { name, role, createdBy, expiresAt }: NewApiToken,
): Promise<{ kind: 'created'; token: string; record: ApiToken } | { kind: 'name_taken' }> {
  const token = `${prefix}${newToken()}`;
  const [row] = await database<ApiTokenRow>('api_tokens')
    .insert({
      id: randomUUID(),
      token_hash: hashToken(token),
      name,
      name_key: nameKey(name),
      role,
      created_by: createdBy,
      expires_at: expiresAt === undefined ? null : new Date(expiresAt),
    })
    .onConflict(database.raw('(name_key) where revoked_at is null'))
    .ignore()
    .returning('*');
  return row ? { kind: 'created', token, record: toApiToken(row) } : { kind: 'name_taken' };
}

/** Those that are not revoked, newest first. */
export async function listTokens(database: Knex): Promise<readonly ApiToken[]> {
  const rows = await database<ApiTokenRow>('api_tokens').whereNull('revoked_at').orderBy('created_at', 'desc');
  return rows.map(toApiToken);
}

/** False when there is none. */
export async function revokeToken(database: Knex, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const revoked = await database<ApiTokenRow>('api_tokens')
    .where({ id })
    .update({ revoked_at: database.raw('coalesce(revoked_at, now())') });
  return revoked === 1;
}

/** Undefined when it is unknown, revoked or expired. Records its use. Never cached: a revocation takes effect at once. */
export async function findToken(
  database: Knex,
  by: { readonly token: string } | { readonly id: string },
): Promise<TokenHolder | undefined> {
  const row = await tokensInForce(database)
    .where('id' in by ? { id: by.id } : { token_hash: hashToken(by.token) })
    .first();
  if (!row) return undefined;
  await touchLastUsed(database, 'api_tokens', row);
  return { id: row.id, name: row.name, role: row.role };
}

/** Neither revoked nor expired. */
export function tokensInForce(database: Knex) {
  return database<ApiTokenRow>('api_tokens')
    .whereNull('revoked_at')
    .where((unexpired) => void unexpired.whereNull('expires_at').orWhere('expires_at', '>', new Date()));
}

function toApiToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    lastUsedAt: isoOrUndefined(row.last_used_at),
    expiresAt: isoOrUndefined(row.expires_at),
  };
}
