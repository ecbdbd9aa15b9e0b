import { createSession, type Session } from 'better-sse';
import type { Request, Response } from 'express';
import type { StoreChangeNotice } from '../../adapters/postgres/stores/change-feed.ts';
import { type Locale, locales } from '../../locales/index.ts';
import type { StoreChanged } from '../contract/timeline.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { toStore, toTimelineEntry } from './store-view.ts';

const heartbeatMs = 15_000;
const replayBatchSize = 200;
const retryAfterSeconds = 5;
/** A client that lags further behind is disconnected; it reconnects and gets the events it missed. */
const maxLagBytes = 1_000_000;

interface ChangeStreamDeps extends Pick<ApiDeps, 'feed' | 'log'> {
  readonly stores: Pick<ApiDeps['stores'], 'findStore'>;
}

interface Listener {
  /** The token or session that opened it. */
  readonly holder: string;
  readonly locale: Locale;
  readonly response: Response;
  /** Undefined until its response has begun. */
  session: Session | undefined;
  /** The last event that was sent. */
  lastId: bigint;
  /** New events during the replay; undefined after it. */
  queued: StoreChangeNotice[] | undefined;
}

interface StreamOptions {
  readonly holder: string;
  readonly locale: Locale;
  /** The client has this event and all before it. */
  readonly lastEventId: string | undefined;
}

type LocalizedChange = ReadonlyMap<Locale, StoreChanged>;

/** How many streams may be open in this process. */
const defaultLimits = { total: 200, perHolder: 20 };

/** Server-sent events of every change, to a bounded number of listeners. */
export class ChangeStream {
  readonly #deps: ChangeStreamDeps;
  readonly #limits: typeof defaultLimits;
  readonly #listeners = new Set<Listener>();
  readonly #unsubscribe: () => void;
  #closed = false;
  #lastSend: Promise<void> = Promise.resolve();

  constructor(deps: ChangeStreamDeps, limits = defaultLimits) {
    this.#deps = deps;
    this.#limits = limits;
    this.#unsubscribe = deps.feed.subscribe((notice) => this.#broadcast(notice));
  }

  /** Sends the events after `lastEventId`, if given, and then every new one. @throws {Problem} 429 */
  async open(request: Request, response: Response, options: StreamOptions): Promise<void> {
    const { holder, locale, lastEventId } = options;
    this.#checkRoom(holder);
    const lastId = BigInt(lastEventId ?? 0);
    const listener: Listener = { holder, locale, response, session: undefined, lastId, queued: [] };
    // Before the query, so that no event is lost between the replay and the new ones.
    this.#listeners.add(listener);
    response.once('close', () => this.#listeners.delete(listener));
    // Before the response begins, so that an unavailable database is answered with a problem.
    const missed = lastEventId === undefined ? [] : await this.#deps.feed.since(lastEventId, replayBatchSize);
    listener.session = await createSession(request, response, { keepAlive: heartbeatMs, retry: 2000 });
    if (this.#closed) response.end();
    else await this.#replay(listener, missed);
  }

  /** Ends every stream; browsers connect again by themselves. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    for (const { response } of this.#listeners) response.end();
  }

  #checkRoom(holder: string): void {
    const { total, perHolder } = this.#limits;
    const ofHolder = [...this.#listeners].filter((listener) => listener.holder === holder).length;
    if (ofHolder >= perHolder)
      throw refusal(
        `Your token or session has ${ofHolder} open event streams, as many as it may have. Close one first.`,
      );
    if (this.#listeners.size >= total)
      throw refusal(`This server has ${total} open event streams and accepts no more. Connect again later.`);
    if (this.#closed)
      throw new Problem('too_many_listeners', 'This server is stopping. Connect again.', { status: 503 });
  }

  async #replay(listener: Listener, firstBatch: readonly StoreChangeNotice[]): Promise<void> {
    try {
      let batch = firstBatch;
      while (batch.length > 0 && listener.session?.isConnected) {
        for (const notice of batch) this.#send(listener, notice, await this.#describe(notice));
        batch =
          batch.length < replayBatchSize ? [] : await this.#deps.feed.since(String(listener.lastId), replayBatchSize);
      }
      for (let notice = listener.queued?.shift(); notice; notice = listener.queued?.shift())
        this.#send(listener, notice, await this.#describe(notice));
      listener.queued = undefined;
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'Event stream closed: missed events could not be read');
      listener.response.end();
    }
  }

  /** One event after the other: keeps their order, and reads the store once for all listeners. */
  #broadcast(notice: StoreChangeNotice): void {
    if (this.#listeners.size === 0) return;
    this.#lastSend = this.#lastSend
      .then(async () => {
        const hasLiveListener = [...this.#listeners].some((listener) => !listener.queued);
        const data = hasLiveListener ? await this.#describe(notice) : undefined;
        for (const listener of this.#listeners) {
          if (listener.queued) listener.queued.push(notice);
          else if (data) this.#send(listener, notice, data);
        }
      })
      .catch((error: unknown) => {
        this.#deps.log.warn({ err: error }, 'Event streams closed: a change could not be read');
        for (const { response } of this.#listeners) response.end();
      });
  }

  async #describe({ storeId, entry }: StoreChangeNotice): Promise<LocalizedChange> {
    const result = await this.#deps.stores.findStore(storeId);
    const describeIn = (locale: Locale): StoreChanged => ({
      storeId,
      entry: toTimelineEntry(entry, locale),
      ...(result && 'store' in result && { store: toStore(result.store, locale) }),
    });
    return new Map(locales.map((locale) => [locale, describeIn(locale)]));
  }

  #send(listener: Listener, notice: StoreChangeNotice, data: LocalizedChange): void {
    const id = BigInt(notice.id);
    if (id <= listener.lastId || !listener.session?.isConnected) return;
    listener.lastId = id;
    if (listener.response.writableLength > maxLagBytes) listener.response.end();
    else listener.session.push(data.get(listener.locale), 'store.changed', notice.id);
  }
}

function refusal(detail: string): Problem {
  return new Problem('too_many_listeners', detail, { headers: { 'Retry-After': String(retryAfterSeconds) } });
}
