import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ConnectLinks } from '../../../api/ports.ts';
import { moment, timelineNote } from '../../../domain/timeline.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { ConnectLinkRow } from '../stores/rows.ts';
import { addTimelineEntries } from '../stores/timeline.ts';

export function createConnectLinks(database: Knex): ConnectLinks {
  return {
    createLink(storeId, validUntil) {
      return database.transaction(async (trx) => {
        const token = newToken();
        const id = randomUUID();
        await trx<ConnectLinkRow>('connect_links').insert({
          id,
          token_hash: hashToken(token),
          store_id: storeId,
          expires_at: new Date(validUntil),
        });
        const until = moment(new Date(validUntil).toISOString());
        const note = timelineNote('connect_link_created', {
          en: `A connect link was made, valid until ${until}.`,
          nl: `Er is een koppellink gemaakt, geldig tot ${until}.`,
        });
        await addTimelineEntries(trx, [{ storeId, key: `connect-link/${id}`, ...note }]);
        return { token };
      });
    },

    async findLink(token) {
      const row = await database<ConnectLinkRow>('connect_links')
        .where({ token_hash: hashToken(token) })
        .first();
      return row && { linkId: row.id, storeId: row.store_id, expiresAt: row.expires_at.toISOString() };
    },
  };
}
