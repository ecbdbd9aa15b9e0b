import { on } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import pg from 'pg';
import type { ChangeFeed, StoreChangeNotice } from '../../api/ports.ts';
import { isTimelineId } from './readable.ts';
import type { TimelineRow } from './rows.ts';
import { toTimelineRecord } from './timeline-entries.ts';

export interface OpenChangeFeed extends ChangeFeed {
  /** Settles when the feed listens for the first time. */
  readonly listening: Promise<void>;
  close(): Promise<void>;
}

const batch = 200;
const firstPauseMs = 100;
const longestPauseMs = 10_000;
const heartbeatMs = 30_000;

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
  const closing = new AbortController();
  let nowListening: () => void = () => undefined;
  const listening = new Promise<void>((resolve) => (nowListening = resolve));
  let lastId: string | undefined;
  let pauseMs = firstPauseMs;

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
    } while (notices.length === batch && !closing.signal.aborted);
  }

  function tell(listener: (notice: StoreChangeNotice) => void, notice: StoreChangeNotice): void {
    try {
      listener(notice);
    } catch (error) {
      onTrouble(error);
    }
  }

  /** Goes on until the connection is lost or the feed is closed. */
  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'perennial-feed',
      connectionTimeoutMillis: 2000,
      query_timeout: 5000,
      keepAlive: true,
    });
    // A late one must not end the process; those in time end the iteration below.
    client.on('error', () => undefined);
    const heartbeat = setInterval(
      () => void client.query('select 1').catch((error: unknown) => client.emit('error', error)),
      heartbeatMs,
    );
    try {
      await client.connect();
      const announcements = on(client, 'notification', { signal: closing.signal, close: ['end'] });
      await client.query('listen store_changes');
      lastId ??= await newestId(client);
      pauseMs = firstPauseMs;
      nowListening();
      await catchUp();
      for await (const [{ payload }] of announcements) {
        if (BigInt(payload) > BigInt(lastId)) await catchUp();
      }
      throw new Error('The connection that listens for changes was closed.');
    } finally {
      clearInterval(heartbeat);
      // Not awaited: a server that no longer answers would hold up the next attempt.
      client.end().catch(() => undefined);
    }
  }

  const ended = (async () => {
    while (!closing.signal.aborted) {
      await listen().catch((error: unknown) => closing.signal.aborted || onTrouble(error));
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  })();

  return {
    listening,
    since,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
      await ended;
    },
  };
}

async function newestId(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select coalesce(max(id), 0)::text as id from timeline');
  return rows[0]?.id ?? '0';
}
