import type { Knex } from 'knex';
import type { OutgoingMessage, SecretVault } from '../../../activities/ports.ts';
import type { MessageContent } from '../../../domain/message-content.ts';
import {
  type AuthorizedPeriod,
  newMailedLinkValidUntil,
  reminderDaysAt,
  secondContactFromDay,
} from '../../../domain/renewal-schedule.ts';
import { isConnected } from '../../../domain/store-status.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { findConnectLink } from '../consents/connect-links.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import { addDroppedEntries, dropUnwanted } from './drop-unwanted.ts';
import { listRefusedStores } from './message-alarms.ts';
import { createMessageLink, newLinkValidUntil } from './queue-message.ts';
import { lockMessage, type MessageRow } from './rows.ts';

/**
 * The message as it leaves now: to the stores that still need it, with the days that are left now and a link that works.
 * Undefined when it was sent before, or when no store needs it any more; the timeline then says why, once. `publicUrl`:
 * without a trailing slash.
 */
export function loadMessage(
  database: Knex,
  vault: SecretVault,
  publicUrl: string,
  messageId: string,
): Promise<OutgoingMessage | undefined> {
  return database.transaction(async (trx) => {
    const row = await lockMessage(trx, messageId);
    if (!row || row.sent_at || row.dropped_at) return undefined;
    const { stores, dropped } = await dropUnwanted(trx, row);
    const message = await toOutgoingMessage(trx, vault, publicUrl, row, stores);
    await addDroppedEntries(trx, row, dropped);
    return message;
  });
}

async function toOutgoingMessage(
  trx: Knex.Transaction,
  vault: SecretVault,
  publicUrl: string,
  row: MessageRow,
  stores: readonly StoreRow[],
): Promise<OutgoingMessage | undefined> {
  const [first] = stores;
  if (!first) return undefined;
  const period = periodOf(row.content, stores);
  const content = contentNow(row.content, period, stores);
  const { token, validUntil } = await openOrReplaceLink(trx, vault, row, stores, period);
  const refused = await listRefusedStores(trx, stores);
  return {
    messageId: row.id,
    to: lowerCased(
      stores.flatMap(({ id, email, second_email: second }) =>
        isUrgent(content) || refused.has(id) ? [email, second] : [email],
      ),
    ),
    substitutes: stores.flatMap(({ email, second_email: second }) =>
      email && second ? [{ instead: email.toLowerCase(), to: second.toLowerCase() }] : [],
    ),
    stores: stores.map(({ id, name, country, website }) => ({ storeId: id, name, country, website })),
    link: `${publicUrl}/connect/${token}`,
    linkValidUntil: validUntil.toISOString(),
    content,
  };
}

/** Absent for messages that are not about the end of a year. */
function periodOf(content: MessageContent, stores: readonly StoreRow[]): AuthorizedPeriod | undefined {
  const authorizedAt = stores.find((store) => store.authorized_at)?.authorized_at;
  if (content.kind !== 'renewal' || !authorizedAt) return undefined;
  return { authorizedAt: authorizedAt.toISOString(), expiresAt: content.expiresAt };
}

function contentNow(
  content: MessageContent,
  period: AuthorizedPeriod | undefined,
  stores: readonly StoreRow[],
): MessageContent {
  // The year may have ended since.
  if (content.kind === 'connect_again' && content.connection === 'kept' && !stores.every(isStillConnected))
    return { kind: content.kind, reason: content.reason };
  if (content.kind !== 'renewal' || !period) return content;
  return { ...content, days: reminderDaysAt(period, content.days, Date.now()) };
}

function isStillConnected({ status }: StoreRow): boolean {
  return isConnected(status);
}

/** The second contact is added when the end of the year is near or past. */
function isUrgent(content: MessageContent): boolean {
  return content.kind === 'renewal' && content.days >= secondContactFromDay;
}

function lowerCased(addresses: readonly (string | null)[]): readonly string[] {
  return [...new Set(addresses.flatMap((address) => (address ? [address.toLowerCase()] : [])))];
}

/** A link that has ended, that cannot be opened, or whose store is no longer among `stores`, is replaced. */
async function openOrReplaceLink(
  trx: Knex.Transaction,
  vault: SecretVault,
  row: MessageRow,
  stores: readonly StoreRow[],
  period: AuthorizedPeriod | undefined,
): Promise<{ token: string; validUntil: Date }> {
  const linkStore = stores.find(({ id }) => id === row.link_store_id) ?? stores[0];
  if (!linkStore) throw new Error(`Message ${row.id} has no store.`);
  if (row.sealed_link_token && linkStore.id === row.link_store_id && row.link_valid_until > new Date()) {
    const token = await openIfReadable(vault, row.sealed_link_token, sealingContexts.messageLink(row.id));
    if (token !== undefined && (await findConnectLink(trx, token))) return { token, validUntil: row.link_valid_until };
  }
  const validUntil = row.link_valid_until > new Date() ? row.link_valid_until : freshLinkEnd(period);
  return { token: await createMessageLink(trx, vault, row.id, linkStore.id, validUntil), validUntil };
}

function freshLinkEnd(period: AuthorizedPeriod | undefined): Date {
  const end = period && new Date(newMailedLinkValidUntil(period, Date.now()));
  return end && end > new Date() ? end : newLinkValidUntil();
}
