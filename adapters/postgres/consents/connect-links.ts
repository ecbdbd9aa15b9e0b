import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import { timelineEntry } from '../../../domain/timeline.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import type { ConnectLinkRow } from './rows.ts';

/** Stores only a hash; the token is returned once. Adds a `connect_link_created` entry. */
export function createConnectLink(
  database: Knex,
  storeId: string,
  validUntil: string,
  actor?: ActorName,
): Promise<{ token: string }> {
  return database.transaction(async (trx) => {
    const expiresAt = new Date(validUntil);
    const { id, token } = await insertConnectLink(trx, storeId, expiresAt);
    const entry = timelineEntry('connect_link_created', { validUntil: expiresAt.toISOString() });
    await addTimelineEntries(trx, [{ storeId, key: `connect-link/${id}`, actor, ...entry }]);
    return { token };
  });
}

export async function insertConnectLink(
  trx: Knex.Transaction,
  storeId: string,
  expiresAt: Date,
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = newToken();
  await trx<ConnectLinkRow>('connect_links').insert({
    id,
    token_hash: hashToken(token),
    store_id: storeId,
    expires_at: expiresAt,
  });
  return { id, token };
}

export async function findConnectLink(
  database: Knex,
  token: string,
): Promise<{ linkId: string; storeId: string; expiresAt: string; isEnded: boolean } | undefined> {
  const row = await database<ConnectLinkRow>('connect_links')
    .where({ token_hash: hashToken(token) })
    .first();
  if (!row) return undefined;
  const { id: linkId, store_id: storeId, expires_at: expiresAt, ended_at: endedAt } = row;
  return { linkId, storeId, expiresAt: expiresAt.toISOString(), isEnded: endedAt !== null };
}
