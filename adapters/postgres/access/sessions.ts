import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import type { Role } from '../../../domain/roles.ts';
import { adminIdleMs, sessionEnd, sessionMs, type SignInMethod } from '../../../domain/sessions.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { byCreation, toPage } from '../db/paging.ts';
import { isoOrUndefined, isUuid } from '../db/pg-values.ts';
import { type AccessOwner, ownerCondition, type Person, type SessionRow } from './rows.ts';
import { touchLastUsed } from './touch-last-used.ts';

const touchIntervalMs = 60_000;
const maxUserAgentLength = 300;

/** With what a session ends: the tokens that signed it in, or the provider that vouches for the person. */
export type SessionHolder =
  | { readonly tokenId: string; readonly adminFingerprint: string }
  | { readonly name: string; readonly role: Role; readonly adminFingerprint: string }
  | (Person & { readonly name: string; readonly role: Role });

export interface NewSession {
  readonly holder: SessionHolder;
  readonly signedInWith: SignInMethod;
  /** When the person proved who they are; absent when the identity provider did not say it. */
  readonly authenticatedAt?: Date;
  readonly clientAddress: string;
  readonly userAgent: string;
}

export interface Session {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly signedInWith: SignInMethod;
  readonly tokenId?: string;
  readonly person?: Person;
  readonly createdAt: string;
  readonly authenticatedAt?: string;
  /** To the minute. */
  readonly lastUsedAt: string;
  /** Unless it is used again. */
  readonly expiresAt: string;
  readonly clientAddress: string;
  readonly userAgent: string;
}

/** What decides which sessions are in force: the admin token, the identity provider and the time. */
export interface SessionPolicy {
  readonly adminFingerprint: string;
  readonly issuer?: string;
  readonly now: Date;
}

type JoinedRow = SessionRow & { name: string; role: Role; token_last_used_at: Date | null };

/** Stores only a hash; the secret is returned once. */
export async function createSession(
  database: Knex,
  { holder, signedInWith, authenticatedAt, clientAddress, userAgent }: NewSession,
  now: Date,
): Promise<{ readonly secret: string; readonly expiresAt: Date }> {
  const secret = newToken();
  const expiresAt = new Date(now.getTime() + sessionMs);
  await database<SessionRow>('sessions').insert({
    id: randomUUID(),
    secret_hash: hashToken(secret),
    signed_in_with: signedInWith,
    admin_fingerprint: 'adminFingerprint' in holder ? holder.adminFingerprint : null,
    token_id: 'tokenId' in holder ? holder.tokenId : null,
    issuer: 'issuer' in holder ? holder.issuer : null,
    subject: 'issuer' in holder ? holder.subject : null,
    name: 'name' in holder ? holder.name : null,
    role: 'role' in holder ? holder.role : null,
    created_at: now,
    authenticated_at: authenticatedAt ?? null,
    last_used_at: now,
    expires_at: expiresAt,
    client_address: clientAddress,
    user_agent: userAgent.slice(0, maxUserAgentLength),
  });
  return { secret, expiresAt };
}

/** Undefined when it is unknown or over. `isUse`: records the use, at most once a minute, which delays the idle end. */
export async function findSession(
  database: Knex,
  by: { readonly secret: string } | { readonly id: string },
  policy: SessionPolicy,
  { isUse }: { readonly isUse: boolean },
): Promise<Session | undefined> {
  const condition = 'id' in by ? { 's.id': by.id } : { 's.secret_hash': hashToken(by.secret) };
  const row = await sessionsInForce(database, policy).where(condition).first<JoinedRow | undefined>();
  if (!row) return undefined;
  if (isUse && policy.now.getTime() - row.last_used_at.getTime() >= touchIntervalMs)
    await database<SessionRow>('sessions').where({ id: row.id }).update({ last_used_at: policy.now });
  if (isUse && row.token_id !== null)
    await touchLastUsed(database, 'api_tokens', { id: row.token_id, last_used_at: row.token_last_used_at });
  return toSession(row);
}

/** Those in force, newest first. Without an `owner`: of everyone. */
export function listSessions(
  database: Knex,
  policy: SessionPolicy,
  owner: AccessOwner | undefined,
  page: PageQuery,
): Promise<Page<Session>> {
  const query = sessionsInForce(database, policy).where(ownerCondition(owner, 's.'));
  return toPage<JoinedRow, Session>(query, page, byCreation('sessions', 'desc', 's'), (rows) => rows.map(toSession));
}

/** False when there is none. Without an `owner`: of anyone. Ends its event streams in every process (`SessionEnds`). */
export async function endSession(database: Knex, id: string, owner?: AccessOwner): Promise<boolean> {
  if (!isUuid(id)) return false;
  return database.transaction(async (transaction) => {
    const ended = await transaction<SessionRow>('sessions').where({ id }).where(ownerCondition(owner)).delete();
    if (ended > 0) await transaction.raw('select pg_notify(?, ?)', ['sessions_ended', id]);
    return ended > 0;
  });
}

function sessionsInForce(database: Knex, { adminFingerprint, issuer, now }: SessionPolicy) {
  return database('sessions as s')
    .leftJoin('api_tokens as t', 't.id', 's.token_id')
    .select('s.*', {
      name: database.raw('coalesce(t.name, s.name)'),
      role: database.raw('coalesce(t.role, s.role)'),
      token_last_used_at: 't.last_used_at',
    })
    .where('s.expires_at', '>', now)
    .whereRaw(`(coalesce(t.role, s.role) <> 'admin' or s.last_used_at > ?)`, [new Date(now.getTime() - adminIdleMs)])
    .whereNull('t.revoked_at')
    .where((unexpired) => void unexpired.whereNull('t.expires_at').orWhere('t.expires_at', '>', now))
    .where((holder) => {
      holder.where({ 's.admin_fingerprint': adminFingerprint });
      if (issuer !== undefined) holder.orWhere({ 's.issuer': issuer });
    });
}

function toSession(row: JoinedRow): Session {
  const { issuer, subject } = row;
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    signedInWith: row.signed_in_with,
    tokenId: row.token_id ?? undefined,
    person: issuer !== null && subject !== null ? { issuer, subject } : undefined,
    createdAt: row.created_at.toISOString(),
    authenticatedAt: isoOrUndefined(row.authenticated_at),
    lastUsedAt: row.last_used_at.toISOString(),
    expiresAt: sessionEnd(row.role, row.last_used_at, row.expires_at).toISOString(),
    clientAddress: row.client_address,
    userAgent: row.user_agent,
  };
}
