import { createParser } from 'eventsource-parser';
import type { Language } from '../messages/languages.ts';
import { api } from './client.ts';
import type { StoreChanged } from './stores.ts';

export interface EventHandlers {
  readonly onChange: (change: StoreChanged) => void;
  /** `missed`: changes may have gone by unseen, so what is shown has to be asked for again. */
  readonly onOpen: (missed: boolean) => void;
  readonly onLost: () => void;
}

/** The API says something every 15 seconds: a connection that is silent for longer is dead, whatever it looks like. */
const silenceMs = 40_000;
const pausesMs = [1000, 2000, 5000, 10_000, 30_000];

/**
 * Follows `/v1/events` for as long as the page lives; returns the way to stop. Not by an `EventSource`, which hides the
 * comments that keep a silent stream alive, and so cannot tell it from a dead one.
 */
export function followEvents(language: Language, { onChange, onOpen, onLost }: EventHandlers): () => void {
  const ending = new AbortController();
  let lastEventId: string | undefined;
  let failures = 0;
  let giveUp: () => void = () => undefined;
  let endPause: () => void = () => undefined;

  const parser = createParser({
    onEvent({ id, event, data }) {
      lastEventId = id ?? lastEventId;
      if (event !== 'store.changed') return;
      const change: StoreChanged = JSON.parse(data);
      onChange(change);
    },
  });

  /** Until the connection ends, fails or falls silent. */
  async function listen(): Promise<void> {
    const connection = new AbortController();
    giveUp = () => connection.abort();
    let silence = setTimeout(giveUp, silenceMs);
    const signal = AbortSignal.any([ending.signal, connection.signal]);
    try {
      const stream = await openStream(signal);
      if (!stream) return;
      failures = 0;
      // What happened after the last event is told by the stream itself.
      onOpen(lastEventId === undefined);
      parser.reset();
      const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = await next(reader); text !== undefined; text = await next(reader)) {
        clearTimeout(silence);
        silence = setTimeout(giveUp, silenceMs);
        parser.feed(text);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  async function openStream(signal: AbortSignal): Promise<ReadableStream<BufferSource> | null | undefined> {
    const header = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
    const params = { query: { lang: language }, header };
    const { data } = await api.GET('/v1/events', { parseAs: 'stream', params, signal }).catch(() => ({ data: null }));
    return data;
  }

  async function follow(): Promise<void> {
    while (!ending.signal.aborted) {
      await listen();
      if (ending.signal.aborted) return;
      onLost();
      const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)];
      failures += 1;
      await new Promise<void>((resolve) => {
        endPause = resolve;
        setTimeout(resolve, pauseMs);
      });
    }
  }

  const again = () => {
    giveUp();
    endPause();
  };
  addEventListener('online', again);
  void follow();
  return () => {
    removeEventListener('online', again);
    ending.abort();
  };
}

/** The next piece; undefined at the end, however it came about. */
async function next(reader: ReadableStreamDefaultReader<string>): Promise<string | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    return undefined;
  }
}
