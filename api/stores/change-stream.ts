import { createSession, type Session } from 'better-sse';
import type { Request, Response } from 'express';
import type { Locale } from '../../domain/reasons.ts';
import type { StoreChanged } from '../contract/timeline.ts';
import type { ApiDeps } from '../deps.ts';
import type { StoreChangeNotice } from '../ports.ts';
import { toStore, toTimelineEntry } from './store-view.ts';

const heartbeatMs = 15_000;
const replayBatch = 200;
/** What a client may lag behind before it is cut off; it connects again and is told what it missed. */
const lagBytes = 1_000_000;

type ChangeStreamDeps = Pick<ApiDeps, 'feed' | 'log' | 'stores'>;

interface Listener {
  readonly locale: Locale;
  readonly response: Response;
  /** Once its answer has begun. */
  session: Session | undefined;
  /** Of the last event it was told. */
  lastId: bigint;
  /** What happens while it is still being told the past. */
  waiting: StoreChangeNotice[] | undefined;
}

interface Wanted {
  readonly locale: Locale;
  /** What came before it is known already. */
  readonly lastEventId: string | undefined;
}

/** In every language that somebody may listen in. */
type Told = Readonly<Record<Locale, StoreChanged>>;

/** Server-sent events of every change, to a bounded number of listeners. */
export class ChangeStream {
  readonly #deps: ChangeStreamDeps;
  readonly #maxListeners: number;
  readonly #listeners = new Set<Listener>();
  readonly #unsubscribe: () => void;
  #closed = false;
  #told: Promise<void> = Promise.resolve();

  constructor(deps: ChangeStreamDeps, maxListeners = 200) {
    this.#deps = deps;
    this.#maxListeners = maxListeners;
    this.#unsubscribe = deps.feed.subscribe((notice) => this.#announce(notice));
  }

  hasRoom(): boolean {
    return !this.#closed && this.#listeners.size < this.#maxListeners;
  }

  /** Tells what happened after `lastEventId`, if given, and then everything as it happens. */
  async open(request: Request, response: Response, { locale, lastEventId }: Wanted): Promise<void> {
    const lastId = BigInt(lastEventId ?? 0);
    const listener: Listener = { locale, response, session: undefined, lastId, waiting: [] };
    // Before the past is read, so that nothing falls in between.
    this.#listeners.add(listener);
    response.once('close', () => this.#listeners.delete(listener));
    // Before the answer begins, so that a database that is away is a proper answer.
    const past = lastEventId === undefined ? [] : await this.#deps.feed.since(lastEventId, replayBatch);
    listener.session = await createSession(request, response, { keepAlive: heartbeatMs, retry: 2000 });
    if (this.#closed) response.end();
    else await this.#replay(listener, past);
  }

  /** Ends every stream; browsers connect again by themselves. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    for (const { response } of this.#listeners) response.end();
  }

  async #replay(listener: Listener, firstBatch: readonly StoreChangeNotice[]): Promise<void> {
    try {
      let batch = firstBatch;
      while (batch.length > 0 && listener.session?.isConnected) {
        for (const notice of batch) this.#tell(listener, notice, await this.#describe(notice));
        batch = batch.length < replayBatch ? [] : await this.#deps.feed.since(String(listener.lastId), replayBatch);
      }
      for (let notice = listener.waiting?.shift(); notice; notice = listener.waiting?.shift())
        this.#tell(listener, notice, await this.#describe(notice));
      listener.waiting = undefined;
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'An event stream was ended, because its past could not be read');
      listener.response.end();
    }
  }

  /** One after the other: the store is looked up once for all listeners, and the order stays. */
  #announce(notice: StoreChangeNotice): void {
    if (this.#listeners.size === 0) return;
    this.#told = this.#told
      .then(async () => {
        const now = [...this.#listeners].filter((listener) => !listener.waiting);
        const data = now.length > 0 ? await this.#describe(notice) : undefined;
        for (const listener of this.#listeners) {
          if (listener.waiting) listener.waiting.push(notice);
          else if (data) this.#tell(listener, notice, data);
        }
      })
      .catch((error: unknown) => {
        this.#deps.log.warn({ err: error }, 'Event streams were ended, because a change could not be read');
        for (const { response } of this.#listeners) response.end();
      });
  }

  async #describe({ storeId, entry }: StoreChangeNotice): Promise<Told> {
    const found = await this.#deps.stores.findStore(storeId);
    const tellIn = (locale: Locale): StoreChanged => ({
      storeId,
      entry: toTimelineEntry(entry, locale),
      ...(found && 'store' in found && { store: toStore(found.store, locale) }),
    });
    return { en: tellIn('en'), nl: tellIn('nl') };
  }

  #tell(listener: Listener, notice: StoreChangeNotice, data: Told): void {
    const id = BigInt(notice.id);
    if (id <= listener.lastId || !listener.session?.isConnected) return;
    listener.lastId = id;
    if (listener.response.writableLength > lagBytes) listener.response.end();
    else listener.session.push(data[listener.locale], 'store.changed', notice.id);
  }
}
