import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarLinkRecord, CalendarLinks } from '../../../api/ports.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { tokensInForce } from './api-tokens.ts';
import { noteUse } from './touch-last-used.ts';
import { isUuid } from '../db/pg-values.ts';
import type { CalendarLinkRow } from '../stores/rows.ts';

const prefix = 'prncal_';

export function createCalendarLinks(database: Knex): CalendarLinks {
  /** All of them, or those that a token made. */
  const linksOf = (tokenId: string | undefined) =>
    database<CalendarLinkRow>('calendar_links').where(tokenId === undefined ? {} : { token_id: tokenId });

  return {
    async createLink({ createdBy, tokenId }) {
      const token = `${prefix}${newToken()}`;
      const [row] = await database<CalendarLinkRow>('calendar_links')
        .insert({ id: randomUUID(), token_hash: hashToken(token), token_id: tokenId ?? null, created_by: createdBy })
        .returning('*');
      if (!row) throw new Error('A calendar link was written and not answered.');
      return { token, record: toRecord(row) };
    },

    async listLinks(tokenId) {
      const rows = await linksOf(tokenId).whereNull('revoked_at').orderBy('created_at', 'desc');
      return rows.map(toRecord);
    },

    async revokeLink(id, tokenId) {
      if (!isUuid(id)) return false;
      const revoked = await linksOf(tokenId)
        .where({ id })
        .update({ revoked_at: database.raw('coalesce(revoked_at, now())') });
      return revoked === 1;
    },

    async useLink(token) {
      const row = await database<CalendarLinkRow>('calendar_links')
        .where({ token_hash: hashToken(token) })
        .whereNull('revoked_at')
        .where((each) => void each.whereNull('token_id').orWhereIn('token_id', tokensInForce(database).select('id')))
        .first();
      if (row) await noteUse(database, 'calendar_links', row);
      return row !== undefined;
    },
  };
}

function toRecord(row: CalendarLinkRow): CalendarLinkRecord {
  return {
    id: row.id,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    ...(row.last_used_at && { lastUsedAt: row.last_used_at.toISOString() }),
  };
}
