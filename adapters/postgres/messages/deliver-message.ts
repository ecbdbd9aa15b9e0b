import type { Knex } from 'knex';
import type { MessageRecords, OutgoingMessage, SecretBox } from '../../../activities/ports.ts';
import { secondContactFromDay } from '../../../domain/renewal-schedule.ts';
import { type Spoken, timelineNote, type TimelineNote } from '../../../domain/timeline.ts';
import { makeMessageLink } from './queue-message.ts';
import type { MessageRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { addTimelineEntries } from '../stores/timeline.ts';

/** The outbox as the mail activities see it. `publicUrl`: where people reach us, without a trailing slash. */
export function createMessageRecords(database: Knex, box: SecretBox, publicUrl: string): MessageRecords {
  return {
    loadMessage(messageId) {
      return database.transaction(async (trx) => {
        const row = await lockMessage(trx, messageId);
        if (!row || row.sent_at) return undefined;
        const stores = await storesToTell(trx, row);
        const [first] = stores;
        if (!first) return undefined;
        const token = await openLink(trx, row, stores, first.id);
        return {
          messageId,
          to: [...new Set(stores.flatMap((store) => readersOf(store, row.content)))],
          stores: stores.map(({ id, name, country, website }) => ({ storeId: id, name, country, website })),
          link: `${publicUrl}/connect/${token}`,
          linkValidUntil: row.link_valid_until.toISOString(),
          content: row.content,
        } satisfies OutgoingMessage;
      });
    },

    markMessageSent(messageId) {
      return database.transaction(async (trx) => {
        const row = await lockMessage(trx, messageId);
        if (!row || row.sent_at) return;
        await trx<MessageRow>('messages')
          .where({ id: messageId })
          .update({ sent_at: trx.fn.now(), sealed_link_token: null });
        const { en, nl } = subjects[row.content.kind];
        const note = timelineNote('message_sent', { en: `${en} was mailed.`, nl: `${nl} is gemaild.` });
        await tellStores(trx, row, 'sent', note);
      });
    },

    noteMessageTrouble(messageId, trouble) {
      return database.transaction(async (trx) => {
        const row = await lockMessage(trx, messageId);
        if (!row) return;
        if (trouble === 'failed')
          await trx<MessageRow>('messages').where({ id: messageId }).update({ failed_at: trx.fn.now() });
        await tellStores(trx, row, trouble, troubleNote(row, trouble));
      });
    },
  };

  /** A link whose store was deleted meanwhile gives way to one for another store of the message. */
  async function openLink(
    trx: Knex.Transaction,
    row: MessageRow,
    stores: readonly StoreRow[],
    firstStoreId: string,
  ): Promise<string> {
    if (row.sealed_link_token && stores.some(({ id }) => id === row.link_store_id))
      return box.open(row.sealed_link_token, sealingContexts.messageLink(row.id));
    return makeMessageLink(trx, box, row.id, firstStoreId, row.link_valid_until);
  }
}

async function lockMessage(trx: Knex.Transaction, messageId: string): Promise<MessageRow | undefined> {
  return trx<MessageRow>('messages').where({ id: messageId }).forNoKeyUpdate().first();
}

/** The second contact is asked as well when the end of the year is near or over. */
function readersOf({ email, second_email: second }: StoreRow, content: MessageRow['content']): readonly string[] {
  const isUrgent = content.kind === 'renewal' && content.days >= secondContactFromDay;
  return [email, isUrgent ? second : null].flatMap((address) => (address ? [address.toLowerCase()] : []));
}

/** Leaves out stores that are gone, and those whose seller has agreed meanwhile. */
async function storesToTell(trx: Knex.Transaction, { id, content }: MessageRow): Promise<readonly StoreRow[]> {
  const stores = liveStoresOf(trx, id).orderBy('s.name_key').select<StoreRow[]>('s.*');
  if (content.kind === 'renewal') {
    stores.whereNot('s.status', 'disconnected');
    stores.where((due) => {
      void due.whereNull('s.expires_at').orWhere('s.expires_at', '<=', new Date(content.expiresAt));
    });
  }
  if (content.kind === 'campaign') {
    stores.whereNot('s.status', 'disconnected');
    stores.where((due) => {
      void due.whereNull('s.authorized_at').orWhere('s.authorized_at', '<=', new Date(content.startsAt));
    });
  }
  return stores;
}

async function tellStores(trx: Knex.Transaction, row: MessageRow, event: string, note: TimelineNote): Promise<void> {
  const stores = await liveStoresOf(trx, row.id).orderBy('s.id').select<{ id: string }[]>('s.id');
  await addTimelineEntries(
    trx,
    stores.map(({ id }) => ({ storeId: id, key: `message/${row.id}/${event}`, ...note })),
  );
}

function liveStoresOf(trx: Knex.Transaction, messageId: string): Knex.QueryBuilder {
  return trx('stores as s')
    .join('message_stores as m', 'm.store_id', 's.id')
    .where('m.message_id', messageId)
    .whereNot('s.status', 'deleted');
}

function troubleNote({ content }: MessageRow, trouble: 'delayed' | 'failed'): TimelineNote {
  const { en, nl } = subjects[content.kind];
  if (trouble === 'delayed')
    return timelineNote('message_delayed', {
      en: `${en} could not be mailed yet; it is tried again for three days.`,
      nl: `${nl} kon nog niet worden gemaild; het wordt drie dagen lang opnieuw geprobeerd.`,
    });
  return timelineNote('message_failed', {
    en: `${en} could not be mailed. Check the e-mail address, and hand over a connect link yourself.`,
    nl: `${nl} kon niet worden gemaild. Controleer het e-mailadres en geef zelf een koppellink door.`,
  });
}

const subjects = {
  renewal: { en: 'The renewal request', nl: 'Het verzoek om te verlengen' },
  connect_again: { en: 'The request to connect again', nl: 'Het verzoek om opnieuw te koppelen' },
  connect_link: { en: 'The connect link', nl: 'De koppellink' },
  campaign: { en: 'The request to agree again', nl: 'Het verzoek om nogmaals akkoord te gaan' },
} as const satisfies Record<MessageRow['content']['kind'], Spoken>;
