import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { StoreMessage } from '../../../activities/contract.ts';
import type { SecretBox } from '../../../activities/ports.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { ConnectLinkRow, MessageContent, MessageRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

const connectAgainLinkValidMs = 7 * 86_400_000;

/**
 * Puts a message into the outbox with a connect link of its own; once per key, whichever store asks first. Asked again
 * while it is unsent it answers the same id, so that an answer lost on the way loses no message.
 */
export function queueMessage(database: Knex, box: SecretBox, message: StoreMessage): Promise<{ messageId?: string }> {
  return database.transaction(async (trx) => {
    const messageId = randomUUID();
    const validUntil = linkValidUntil(message);
    const queued = await trx<MessageRow>('messages')
      .insert({
        id: messageId,
        key: message.key,
        kind: message.kind,
        content: contentOf(message),
        link_store_id: message.storeId,
        link_valid_until: validUntil,
      })
      .onConflict('key')
      .ignore()
      .returning('id');
    if (queued.length === 0) {
      const unsent = await trx<MessageRow>('messages').where({ key: message.key }).whereNull('sent_at').first('id');
      return unsent ? { messageId: unsent.id } : {};
    }
    const storeIds = await storesSpokenFor(trx, message);
    await trx('message_stores').insert(storeIds.map((storeId) => ({ message_id: messageId, store_id: storeId })));
    await makeMessageLink(trx, box, messageId, message.storeId, validUntil);
    return { messageId };
  });
}

/** Makes the link of a message for one store; its token lies sealed in the outbox until the message is sent. */
export async function makeMessageLink(
  trx: Knex.Transaction,
  box: SecretBox,
  messageId: string,
  storeId: string,
  validUntil: Date,
): Promise<string> {
  const token = newToken();
  await trx<ConnectLinkRow>('connect_links').insert({
    id: randomUUID(),
    token_hash: hashToken(token),
    store_id: storeId,
    expires_at: validUntil,
  });
  const sealed = await box.seal(token, sealingContexts.messageLink(messageId));
  await trx<MessageRow>('messages')
    .where({ id: messageId })
    .update({ sealed_link_token: sealed, link_store_id: storeId });
  return token;
}

function contentOf(message: StoreMessage): MessageContent {
  if (message.kind === 'campaign') {
    const { kind, ask, reason, startsAt } = message;
    return { kind, ask, reason, startsAt };
  }
  if (message.kind === 'connect_link') return { kind: message.kind };
  if (message.kind === 'connect_again') return { kind: message.kind, reason: message.reason };
  return { kind: message.kind, days: message.days, expiresAt: message.expiresAt };
}

function linkValidUntil(message: StoreMessage): Date {
  if (message.kind === 'renewal' || message.kind === 'campaign') return new Date(message.linkValidUntil);
  return new Date(Date.now() + connectAgainLinkValidMs);
}

/** A consent serves every store of the authorization, so one message names them all. */
async function storesSpokenFor(trx: Knex.Transaction, message: StoreMessage): Promise<readonly string[]> {
  if (message.kind !== 'renewal' && message.kind !== 'campaign') return [message.storeId];
  const siblings = await trx<StoreRow>('stores as sibling')
    .join('stores as asking', 'asking.grant_id', 'sibling.grant_id')
    .where('asking.id', message.storeId)
    .whereNot('sibling.id', message.storeId)
    .whereIn('sibling.status', ['active', 'renewal_due', 'expired'])
    .select<{ id: string }[]>('sibling.id');
  return [message.storeId, ...siblings.map(({ id }) => id)];
}
