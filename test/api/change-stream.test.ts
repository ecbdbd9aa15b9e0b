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
    stream.open(request, response, {
      holder: request.get('x-holder') ?? '',
      locale: 'en',
      lastEventId: request.get('last-event-id'),
    }),
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

it('limits the streams of each holder and of all, and accepts another when one ends', async () => {
  const deps = { feed: createBusyFeed(), stores: { findStore: async () => undefined }, log: pino({ level: 'silent' }) };
  const stream = new ChangeStream(deps, { total: 3, perHolder: 2 });
  const { server, url } = await serve(stream);
  const client = new AbortController();
  const open = async (holder: string) => {
    const response = await fetch(url, { headers: { 'x-holder': holder }, signal: client.signal });
    return response.status;
  };
  expect(await open('a')).toBe(200);
  const leaving = new AbortController();
  await fetch(url, { headers: { 'x-holder': 'a' }, signal: leaving.signal });
  const refused = await fetch(url, { headers: { 'x-holder': 'a' } });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  expect(await open('b')).toBe(200);
  expect(await open('c')).toBe(429);
  leaving.abort();
  await expect.poll(() => open('a'), { timeout: limitMs(5000) }).toBe(200);
  client.abort();
  stream.close();
  server.closeAllConnections();
  server.close();
});
