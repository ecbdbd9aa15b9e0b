import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { StoreChangeNotice } from '../../adapters/postgres/stores/change-feed.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { ChangeStream } from '../../api/stores/change-stream.ts';
import { limitMs } from '../setup/scaled-time.ts';

const notice = (id: number): StoreChangeNotice => ({
  id: String(id),
  storeId: '5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7',
  entry: { id: String(id), at: '2026-11-24T00:00:00.000Z', what: 'check_passed', text: 'It works.' },
});

/** A feed with new changes at the moment that the missed ones are read. */
function createBusyFeed(): ApiDeps['feed'] {
  let notify: (change: StoreChangeNotice) => void = () => undefined;
  return {
    subscribe(listener) {
      notify = listener;
      return () => undefined;
    },
    async since(id) {
      const from = Number(id);
      setImmediate(() => [from + 2, from + 3, from + 4].forEach((next) => notify(notice(next))));
      return [notice(from + 1), notice(from + 2), notice(from + 3)];
    },
  };
}

async function serve(stream: ChangeStream) {
  const app = express();
  app.get('/', (request, response) =>
    stream.open(request, response, { locale: 'en', lastEventId: request.get('last-event-id') }),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` };
}

const idsIn = (text: string) => [...text.matchAll(/^id: ?(\d+)$/gm)].map(([, id]) => Number(id));

it('sends a change once that happens during the replay', async () => {
  const deps = { feed: createBusyFeed(), stores: { findStore: async () => undefined }, log: pino({ level: 'silent' }) };
  const stream = new ChangeStream(deps);
  const { server, url } = await serve(stream);
  const response = await fetch(url, { headers: { 'last-event-id': '10' } });
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    // Ends the stream, and with it this loop.
    if (idsIn(text).includes(14)) stream.close();
  }
  expect(idsIn(text)).toEqual([11, 12, 13, 14]);
  server.close();
});

it('limits its listeners, and accepts another when one leaves', async () => {
  const feed = createBusyFeed();
  const stream = new ChangeStream(
    { feed, stores: { findStore: async () => undefined }, log: pino({ level: 'silent' }) },
    1,
  );
  const { server, url } = await serve(stream);
  const client = new AbortController();
  await fetch(url, { signal: client.signal });
  expect(stream.hasRoom()).toBe(false);
  client.abort();
  await expect.poll(() => stream.hasRoom(), { timeout: limitMs(5000) }).toBe(true);
  stream.close();
  server.closeAllConnections();
  server.close();
});
