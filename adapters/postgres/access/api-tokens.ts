import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ApiTokenRecord, ApiTokens } from '../../../api/ports.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { nameKey } from '../db/name-key.ts';
import { noteUse } from './touch-last-used.ts';
import { isUuid } from '../db/pg-values.ts';
import type { ApiTokenRow } from '../stores/rows.ts';

/** Recognisable, for whoever finds one and for programs that look for secrets in the wrong places. */
const prefix = 'prn_';

/** Neither revoked nor expired. */
export function tokensInForce(database: Knex) {
  return database<ApiTokenRow>('api_tokens')
    .whereNull('revoked_at')
    .where((each) => void each.whereNull('expires_at').orWhere('expires_at', '>', new Date()));
}

export function createApiTokens(database: Knex): ApiTokens {
  return {
    async createToken({ name, role, createdBy, expiresAt }) {
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
      return row ? { kind: 'created', token, record: toRecord(row) } : { kind: 'name_taken' };
    },

    async listTokens() {
      const rows = await database<ApiTokenRow>('api_tokens').whereNull('revoked_at').orderBy('created_at', 'desc');
      return rows.map(toRecord);
    },

    async revokeToken(id) {
      if (!isUuid(id)) return false;
      const revoked = await database<ApiTokenRow>('api_tokens')
        .where({ id })
        .update({ revoked_at: database.raw('coalesce(revoked_at, now())') });
      return revoked === 1;
    },

    async findToken(by) {
      const row = await tokensInForce(database)
        .where('id' in by ? { id: by.id } : { token_hash: hashToken(by.token) })
        .first();
      if (!row) return undefined;
      await noteUse(database, 'api_tokens', row);
      return { id: row.id, name: row.name, role: row.role };
    },
  };
}

function toRecord(row: ApiTokenRow): ApiTokenRecord {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    ...(row.last_used_at && { lastUsedAt: row.last_used_at.toISOString() }),
    ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
  };
}
