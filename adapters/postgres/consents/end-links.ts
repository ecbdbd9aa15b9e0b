import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import { timelineEntry } from '../../../domain/timeline.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import type { ConnectLinkRow, ConsentRow } from './rows.ts';

/** Ends the links of a store and returns how many. An e-mail that waits to be sent gets a link of its own then. */
export async function endLinks(trx: Knex.Transaction, storeId: string): Promise<number> {
  const now = trx.fn.now();
  await trx('messages').where({ link_store_id: storeId }).whereNull('sent_at').update({ sealed_link_token: null });
  return trx<ConnectLinkRow>('connect_links')
    .where({ store_id: storeId })
    .whereNull('ended_at')
    .where('expires_at', '>', now)
    .update({ ended_at: now });
}

/** Ends the links of a store, and the consents that they began and that the seller has not given yet. */
export async function revokeLinks(trx: Knex.Transaction, storeId: string): Promise<number> {
  await trx<ConsentRow>('consents')
    .where({ store_id: storeId })
    .whereNotNull('link_id')
    .whereNull('received_at')
    .where('expires_at', '>', trx.fn.now())
    .update({ expires_at: trx.fn.now() });
  return endLinks(trx, storeId);
}

/** By an operator. Adds a `connect_links_ended` entry if there were links. */
export function endConnectLinks(database: Knex, storeId: string, actor?: ActorName): Promise<void> {
  return database.transaction(async (trx) => {
    if ((await revokeLinks(trx, storeId)) === 0) return;
    const entry = timelineEntry('connect_links_ended', {});
    await addTimelineEntries(trx, [{ storeId, key: `connect-links-ended/${randomUUID()}`, actor, ...entry }]);
  });
}
