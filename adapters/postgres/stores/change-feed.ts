import type { Knex } from 'knex';
import type { ChangeFeed, StoreChangeNotice } from '../../../api/ports.ts';
import { keepListening, type Listening } from '../db/listen.ts';
import { isTimelineId } from '../db/pg-values.ts';
import type { TimelineRow } from './rows.ts';
import { toTimelineRecord } from './timeline.ts';

export interface OpenChangeFeed extends ChangeFeed {
  /** Settles when the feed listens for the first time. */
  readonly listening: Promise<void>;
  close(): Promise<void>;
}

const batch = 200;

/**
 * Tells of every timeline entry in order, over one connection of its own. An announcement only wakes it; entries are
 * read by id, so that what was announced while the connection was lost comes with the next one. `onTrouble` hears
 * of lost connections and of listeners that threw.
 */
export function openChangeFeed(
  database: Knex,
  databaseUrl: string,
  onTrouble: (error: unknown) => void = () => undefined,
): OpenChangeFeed {
  const listeners = new Set<(notice: StoreChangeNotice) => void>();
  let isClosing = false;
  let nowListening: () => void = () => undefined;
  const listening = new Promise<void>((resolve) => (nowListening = resolve));
  let lastId: string | undefined;

  const since = async (id: string, limit: number): Promise<readonly StoreChangeNotice[]> => {
    if (!isTimelineId(id)) return [];
    const rows = await database<TimelineRow>('timeline').where('id', '>', id).orderBy('id').limit(limit);
    return rows.map((row) => ({ id: row.id, storeId: row.store_id, entry: toTimelineRecord(row) }));
  };

  async function catchUp(): Promise<void> {
    let notices: readonly StoreChangeNotice[];
    do {
      notices = await since(lastId ?? '0', batch);
      for (const notice of notices) {
        lastId = notice.id;
        for (const listener of listeners) tell(listener, notice);
      }
    } while (notices.length === batch && !isClosing);
  }

  function tell(listener: (notice: StoreChangeNotice) => void, notice: StoreChangeNotice): void {
    try {
      listener(notice);
    } catch (error) {
      onTrouble(error);
    }
  }

  const connection = keepListening({
    databaseUrl,
    channel: 'store_changes',
    applicationName: 'perennial-feed',
    onTrouble,
    async live({ query, announcements }) {
      lastId ??= await newestId(query);
      nowListening();
      await catchUp();
      for await (const id of announcements) {
        if (BigInt(id) > BigInt(lastId)) await catchUp();
      }
    },
  });

  return {
    listening,
    since,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      isClosing = true;
      return connection.close();
    },
  };
}

async function newestId(query: Listening['query']): Promise<string> {
  const { rows } = await query<{ id: string }>('select coalesce(max(id), 0)::text as id from timeline');
  return rows[0]?.id ?? '0';
}
