import type { Knex } from 'knex';
import type { Page, StoreReader, TimelineRecord } from '../../../api/ports.ts';
import { InvalidCursor } from '../../../api/ports.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { countStores, listStores } from './list-stores.ts';
import { isTimelineId, isUuid } from '../db/pg-values.ts';
import type { StoreRequestRow, TimelineRow } from './rows.ts';
import { storeView, type StoreViewRow, toStoreRecord } from './store-view.ts';
import { toTimelineRecord } from './timeline.ts';

/** Reading never enters a workflow: lists come from here, the same for everybody in the moment of the commit. */
export function createStoreReader(database: Knex): StoreReader {
  return {
    listStores: (query) => listStores(database, query),

    async findStore(id) {
      if (!isUuid(id)) return undefined;
      const row = await database.from(storeView(database)).where('s.id', id).first<StoreViewRow | undefined>('s.*');
      if (row) return { store: toStoreRecord(row) };
      const request = await database<StoreRequestRow>('store_requests').where({ store_id: id }).first('refused');
      return request?.refused ? { refused: request.refused } : undefined;
    },

    async listStoresOfSeller(sellerId) {
      const rows = await database
        .from(storeView(database))
        .where('s.seller_id', sellerId)
        .whereNotIn('s.status', ['creating', 'deleted'])
        .select<StoreViewRow[]>('s.*');
      return rows.map(toStoreRecord);
    },

    listTimeline: (storeId, page) => listTimeline(database, storeId, page),

    async listRenewals({ from, to }) {
      const rows = database
        .from(storeView(database))
        .whereIn('s.status', ['active', 'renewal_due', 'expired'])
        .whereNotNull('s.expires_at')
        .orderBy(['s.expires_at', 's.id'])
        .select<StoreViewRow[]>('s.*');
      if (from !== undefined) rows.where('s.expires_at', '>=', new Date(from));
      if (to !== undefined) rows.where('s.expires_at', '<', new Date(to));
      return (await rows).map(toStoreRecord);
    },

    countByStatus: (filter = {}) => countStores(database, filter),
  };
}

const timelineOrder = 'timeline';

async function listTimeline(
  database: Knex,
  storeId: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<TimelineRecord>> {
  if (!isUuid(storeId)) return { items: [] };
  const rows = database<TimelineRow>('timeline')
    .where({ store_id: storeId })
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    const { id } = fromCursor(cursor, timelineOrder);
    if (!isTimelineId(id)) throw new InvalidCursor(cursor);
    rows.where('id', '<', id);
  }
  const found = await rows;
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(toTimelineRecord);
  if (found.length <= limit || !last) return { items };
  return { items, nextCursor: toCursor({ order: timelineOrder, value: '', id: last.id }) };
}
