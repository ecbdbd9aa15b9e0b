import type { Knex } from 'knex';
import { listenWithReconnect, type ListeningConnection } from '../db/listen.ts';
import { isBigId } from '../db/pg-values.ts';
import type { TimelineRow } from './rows.ts';
import { type StoredTimelineEntry, toTimelineEntry } from './timeline.ts';

export interface StoreChangeNotice {
  /** Increasing; the SSE `id`. */
  readonly id: string;
  readonly storeId: string;
  readonly entry: StoredTimelineEntry;
}

type Listener = (notice: StoreChangeNotice) => void;

const batchSize = 200;

/**
 * Publishes every timeline entry in order. A notification only wakes the feed; entries are read by id, so that those
 * missed while the connection was lost are published after it reconnects. `onError` receives lost connections and
 * errors of listeners.
 */
export class ChangeFeed {
  readonly #database: Knex;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  readonly #connection: { close(): Promise<void> };
  #lastId: string | undefined;
  #isClosing = false;
  #resolveListening: () => void = () => undefined;
  /** Resolves when the feed listens for the first time. */
  readonly listening: Promise<void>;

  constructor(database: Knex, databaseUrl: string, onError: (error: unknown) => void = () => undefined) {
    this.#database = database;
    this.#onError = onError;
    this.listening = new Promise((resolve) => (this.#resolveListening = resolve));
    this.#connection = listenWithReconnect({
      databaseUrl,
      channel: 'store_changes',
      applicationName: 'perennial-feed',
      onError,
      onConnected: (connection) => this.#follow(connection),
    });
  }

  /** Calls back for every committed timeline entry of any store, in order. Returns a function that unsubscribes. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Entries after `id`, oldest first. */
  async since(id: string, limit: number): Promise<readonly StoreChangeNotice[]> {
    if (!isBigId(id)) return [];
    const rows = await this.#database<TimelineRow>('timeline').where('id', '>', id).orderBy('id').limit(limit);
    return rows.map((row) => ({ id: row.id, storeId: row.store_id, entry: toTimelineEntry(row) }));
  }

  close(): Promise<void> {
    this.#isClosing = true;
    return this.#connection.close();
  }

  async #follow({ query, notifications }: ListeningConnection): Promise<void> {
    this.#lastId ??= await newestId(query);
    this.#resolveListening();
    await this.#publishNew();
    for await (const id of notifications) {
      if (BigInt(id) > BigInt(this.#lastId)) await this.#publishNew();
    }
  }

  async #publishNew(): Promise<void> {
    let notices: readonly StoreChangeNotice[];
    do {
      notices = await this.since(this.#lastId ?? '0', batchSize);
      for (const notice of notices) {
        this.#lastId = notice.id;
        for (const listener of this.#listeners) this.#notify(listener, notice);
      }
    } while (notices.length === batchSize && !this.#isClosing);
  }

  #notify(listener: Listener, notice: StoreChangeNotice): void {
    try {
      listener(notice);
    } catch (error) {
      this.#onError(error);
    }
  }
}

async function newestId(query: ListeningConnection['query']): Promise<string> {
  const { rows } = await query<{ id: string }>('select coalesce(max(id), 0)::text as id from timeline');
  return rows[0]?.id ?? '0';
}
