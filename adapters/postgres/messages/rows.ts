/** Rows as PostgreSQL's driver reads and writes them. */
import type { Knex } from 'knex';
import type { MessageContent } from '../../../domain/message-content.ts';

export interface MessageRow {
  id: string;
  key: string;
  kind: MessageContent['kind'];
  content: MessageContent;
  link_store_id: string;
  sealed_link_token: string | null;
  link_valid_until: Date;
  queued_at: Date;
  sent_at: Date | null;
  failed_at: Date | null;
  dropped_at: Date | null;
}

export async function lockMessage(trx: Knex.Transaction, messageId: string): Promise<MessageRow | undefined> {
  return trx<MessageRow>('messages').where({ id: messageId }).forNoKeyUpdate().first();
}

/** The stores `s` that still need the message and are not deleted. */
export function storesOfMessage(trx: Knex.Transaction, messageId: string): Knex.QueryBuilder {
  return trx('stores as s')
    .join('message_stores as m', 'm.store_id', 's.id')
    .where('m.message_id', messageId)
    .whereNull('m.dropped_because')
    .whereNot('s.status', 'deleted');
}
