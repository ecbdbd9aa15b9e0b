import { createParser, type EventSourceParser } from 'eventsource-parser';
import type { Language } from '../messages/languages.ts';
import { api } from './client.ts';
import type { StoreChanged } from './stores.ts';

export interface EventHandlers {
  readonly onChange: (change: StoreChanged) => void;
  /** `missed`: changes may have been missed, so everything shown must be refetched. */
  readonly onOpen: (missed: boolean) => void;
  readonly onLost: () => void;
}

/** The API sends something every 15 seconds, so a connection that is silent for longer is dead. */
const silenceTimeoutMs = 40_000;
const retryDelaysMs = [1000, 2000, 5000, 10_000, 30_000];

/** Follows `/v1/events`, and reconnects, until the returned function is called. */
export function followEvents(language: Language, handlers: EventHandlers): () => void {
  const follower = new EventFollower(language, handlers);
  const reconnect = () => follower.reconnect();
  addEventListener('online', reconnect);
  void follower.follow();
  return () => {
    removeEventListener('online', reconnect);
    follower.stop();
  };
}

/** Reads the stream itself: an `EventSource` hides the comments that tell an idle connection from a dead one. */
class EventFollower {
  readonly #language: Language;
  readonly #handlers: EventHandlers;
  readonly #parser: EventSourceParser;
  readonly #stopped = new AbortController();
  #connection = new AbortController();
  #lastEventId: string | undefined;
  #failures = 0;
  #skipDelay: () => void = () => undefined;

  constructor(language: Language, handlers: EventHandlers) {
    this.#language = language;
    this.#handlers = handlers;
    this.#parser = createParser({
      onEvent: ({ id, event, data }) => {
        this.#lastEventId = id ?? this.#lastEventId;
        if (event !== 'store.changed') return;
        const change: StoreChanged = JSON.parse(data);
        handlers.onChange(change);
      },
    });
  }

  stop(): void {
    this.#stopped.abort();
  }

  reconnect(): void {
    this.#connection.abort();
    this.#skipDelay();
  }

  async follow(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#readUntilClosed();
      if (this.#stopped.signal.aborted) return;
      this.#handlers.onLost();
      const delayMs = retryDelaysMs[Math.min(this.#failures, retryDelaysMs.length - 1)];
      this.#failures += 1;
      await new Promise<void>((resolve) => {
        this.#skipDelay = resolve;
        setTimeout(resolve, delayMs);
      });
    }
  }

  /** Returns when the connection ends, fails or falls silent. */
  async #readUntilClosed(): Promise<void> {
    const connection = new AbortController();
    this.#connection = connection;
    const disconnect = () => connection.abort();
    let silence = setTimeout(disconnect, silenceTimeoutMs);
    try {
      const stream = await this.#openStream(AbortSignal.any([this.#stopped.signal, connection.signal]));
      if (!stream) return;
      this.#failures = 0;
      // With a last event id, the stream itself repeats what was missed.
      this.#handlers.onOpen(this.#lastEventId === undefined);
      this.#parser.reset();
      const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = await readChunk(reader); text !== undefined; text = await readChunk(reader)) {
        clearTimeout(silence);
        silence = setTimeout(disconnect, silenceTimeoutMs);
        this.#parser.feed(text);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  async #openStream(signal: AbortSignal): Promise<ReadableStream<BufferSource> | null | undefined> {
    const header = { 'Last-Event-ID': this.#lastEventId };
    const params = { query: { lang: this.#language }, header };
    const { data } = await api.GET('/v1/events', { parseAs: 'stream', params, signal }).catch(() => ({ data: null }));
    return data;
  }
}

/** The next chunk; undefined once the stream has ended or failed. */
async function readChunk(reader: ReadableStreamDefaultReader<string>): Promise<string | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    return undefined;
  }
}
