import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { StoreMessage } from '../../../activities/contract.ts';
import type { SecretVault } from '../../../activities/ports.ts';
import type { MessageContent } from '../../../domain/message-content.ts';
import { endsAuthorization } from '../../../domain/reasons.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import type { AuthorizationRow } from '../authorizations/rows.ts';
import { insertConnectLink } from '../consents/connect-links.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import type { MessageRow } from './rows.ts';

const reconnectLinkValidMs = 7 * 86_400_000;

/**
 * Puts a message with its own connect link into the outbox, once per key, whichever store of the authorization comes
 * first. Repeated while the message is unsent, it returns the same id; once it was sent, none.
 */
export function queueMessage(
  database: Knex,
  vault: SecretVault,
  message: StoreMessage,
): Promise<{ messageId?: string }> {
  return database.transaction(async (trx) => {
    const messageId = randomUUID();
    const validUntil = linkValidUntil(message);
    const key = await sharedKeyOf(trx, message);
    const inserted = await trx<MessageRow>('messages')
      .insert({
        id: messageId,
        key,
        kind: message.kind,
        content: contentOf(message),
        link_store_id: message.storeId,
        link_valid_until: validUntil,
      })
      .onConflict('key')
      .ignore()
      .returning('id');
    if (inserted.length === 0) {
      const unsent = await trx<MessageRow>('messages')
        .where({ key })
        .whereNull('sent_at')
        .whereNull('dropped_at')
        .first('id');
      return unsent ? { messageId: unsent.id } : {};
    }
    const storeIds = await findStoresOfMessage(trx, message);
    await trx('message_stores').insert(storeIds.map((storeId) => ({ message_id: messageId, store_id: storeId })));
    await createMessageLink(trx, vault, messageId, message.storeId, validUntil);
    return { messageId };
  });
}

/** Queues an e-mail with a new connect link. */
export async function queueConnectLink(
  database: Knex,
  vault: SecretVault,
  storeId: string,
): Promise<{ messageId: string }> {
  const key = `connect_link/${randomUUID()}`;
  const { messageId } = await queueMessage(database, vault, { kind: 'connect_link', storeId, key });
  if (!messageId) throw new Error(`Message ${key} was sent before it was queued.`);
  return { messageId };
}

/** Creates the link of a message; its token stays sealed in the outbox until the message is sent. */
export async function createMessageLink(
  trx: Knex.Transaction,
  vault: SecretVault,
  messageId: string,
  storeId: string,
  validUntil: Date,
): Promise<string> {
  const { token } = await insertConnectLink(trx, storeId, validUntil);
  const sealed = await vault.seal(token, sealingContexts.messageLink(messageId));
  await trx<MessageRow>('messages')
    .where({ id: messageId })
    .update({ sealed_link_token: sealed, link_store_id: storeId, link_valid_until: validUntil });
  return token;
}

function contentOf(message: StoreMessage): MessageContent {
  switch (message.kind) {
    case 'renewal':
      return { kind: message.kind, days: message.days, expiresAt: message.expiresAt };
    case 'campaign': {
      const { kind, ask, reason, startsAt } = message;
      return { kind, ask, reason, startsAt };
    }
    case 'connect_link':
      return { kind: message.kind };
    case 'connect_again': {
      const { kind, reason, connection } = message;
      return { kind, reason, connection };
    }
  }
}

function linkValidUntil(message: StoreMessage): Date {
  return 'linkValidUntil' in message ? new Date(message.linkValidUntil) : newLinkValidUntil();
}

/** Of a link that no renewal reminder replaces. */
export function newLinkValidUntil(): Date {
  return new Date(Date.now() + reconnectLinkValidMs);
}

/**
 * A revocation or a loss is found by each store of the authorization for itself, and is one message: about this
 * authorization since its last consent.
 */
async function sharedKeyOf(trx: Knex.Transaction, message: StoreMessage): Promise<string> {
  if (!isAboutAuthorization(message) || message.kind !== 'connect_again') return message.key;
  const authorization = await trx('stores as s')
    .join('grants as g', 'g.id', 's.grant_id')
    .where('s.id', message.storeId)
    .first<Pick<AuthorizationRow, 'id' | 'authorized_at'> | undefined>('g.id', 'g.authorized_at');
  const what = message.reason.code === 'authorization_lost' ? 'lost' : 'revoked';
  return authorization ? `${what}/${authorization.id}/${authorization.authorized_at.toISOString()}` : message.key;
}

/** A consent renews every store of the authorization, so one message names them all. */
async function findStoresOfMessage(trx: Knex.Transaction, message: StoreMessage): Promise<readonly string[]> {
  if (!isAboutAuthorization(message)) return [message.storeId];
  const statuses: readonly StoreStatus[] = ['active', 'renewal_due', 'expired'];
  const siblings = await trx<StoreRow>('stores as sibling')
    .join('stores as store', 'store.grant_id', 'sibling.grant_id')
    .where('store.id', message.storeId)
    .whereNot('sibling.id', message.storeId)
    .whereIn('sibling.status', message.kind === 'connect_again' ? [...statuses, 'disconnected'] : statuses)
    .select<{ id: string }[]>('sibling.id');
  return [message.storeId, ...siblings.map(({ id }) => id)];
}

function isAboutAuthorization(message: StoreMessage): boolean {
  switch (message.kind) {
    case 'renewal':
    case 'campaign':
      return true;
    case 'connect_again':
      return endsAuthorization(message.reason.code);
    case 'connect_link':
      return false;
  }
}
