import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { hashToken, newToken } from '../../secrets/token.ts';
import { isoOrUndefined, isUuid } from '../db/pg-values.ts';
import { tokensInForce } from './api-tokens.ts';
import { type AccessOwner, type CalendarLinkRow, type LinkMaker, ownerCondition, toLinkMakerRow } from './rows.ts';
import { touchLastUsed } from './touch-last-used.ts';

const prefix = 'prncal_';

export interface CalendarLink {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** To the minute. */
  readonly lastUsedAt?: string;
}

/** Stores only a hash; the token is returned once. */
export async function createCalendarLink(
  database: Knex,
  { createdBy, maker }: { readonly createdBy: string; readonly maker: LinkMaker },
): Promise<{ token: string; record: CalendarLink }> {
  const token = `${prefix}${newToken()}`;
  const [row] = await database<CalendarLinkRow>('calendar_links')
    .insert({ id: randomUUID(), token_hash: hashToken(token), created_by: createdBy, ...toLinkMakerRow(maker) })
    .returning('*');
  if (!row) throw new Error('The insert of a calendar link returned no row.');
  return { token, record: toCalendarLink(row) };
}

/** Those that are not revoked, newest first. Without an `owner`: of everyone. */
export async function listCalendarLinks(database: Knex, owner?: AccessOwner): Promise<readonly CalendarLink[]> {
  const rows = await linksOf(database, owner).whereNull('revoked_at').orderBy('created_at', 'desc');
  return rows.map(toCalendarLink);
}

/** False when there is none. Without an `owner`: of anyone. */
export async function revokeCalendarLink(database: Knex, id: string, owner?: AccessOwner): Promise<boolean> {
  if (!isUuid(id)) return false;
  const revoked = await linksOf(database, owner)
    .where({ id })
    .update({ revoked_at: database.raw('coalesce(revoked_at, now())') });
  return revoked === 1;
}

/**
 * Whether it opens the calendar. A link ends with its revocation, with the token that made it and, when a person made it,
 * with the identity provider. `adminFingerprint`, `issuer`: of the admin token and the provider in force. Records its use.
 */
export async function useCalendarLink(
  database: Knex,
  token: string,
  adminFingerprint: string,
  issuer?: string,
): Promise<boolean> {
  const row = await database<CalendarLinkRow>('calendar_links')
    .where({ token_hash: hashToken(token) })
    .whereNull('revoked_at')
    .where((maker) => {
      maker.where({ admin_fingerprint: adminFingerprint }).orWhereIn('token_id', tokensInForce(database).select('id'));
      if (issuer !== undefined) maker.orWhere({ issuer });
    })
    .first();
  if (row) await touchLastUsed(database, 'calendar_links', row);
  return row !== undefined;
}

/** Links of an admin token from before migration 0020 end with the admin token in force. */
export async function bindLinksToAdmin(database: Knex, adminFingerprint: string): Promise<void> {
  await database<CalendarLinkRow>('calendar_links')
    .whereNull('token_id')
    .whereNull('admin_fingerprint')
    .whereNull('subject')
    .update({ admin_fingerprint: adminFingerprint });
}

function linksOf(database: Knex, owner: AccessOwner | undefined) {
  return database<CalendarLinkRow>('calendar_links').where(ownerCondition(owner));
}

function toCalendarLink(row: CalendarLinkRow): CalendarLink {
  return {
    id: row.id,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    lastUsedAt: isoOrUndefined(row.last_used_at),
  };
}
