import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { storeChanged } from '../../api/contract/timeline.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { problemOf, storeOf } from './http-client.ts';
import { eventually } from '../setup/eventually.ts';

let api: ApiHarness;
const streams: AbortController[] = [];
beforeAll(async () => {
  api = await startApiHarness();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});
afterAll(() => api.stop());

/** Follows the stream; events are gathered as they come. */
async function follow({ lastEventId, lang = 'en' }: { lastEventId?: string; lang?: string } = {}) {
  const controller = new AbortController();
  streams.push(controller);
  const response = await fetch(`${api.url}/v1/events?lang=${lang}`, {
    headers: { authorization: `Bearer ${adminToken}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal: controller.signal,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events: { id: string; event: string; data: ReturnType<typeof storeChanged.parse> }[] = [];
  const state = { ended: false };
  void (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line): [string, string] => [line.split(':')[0] ?? '', line.replace(/^\w*: ?/, '')]),
        );
        const data = fields.get('data');
        if (data !== undefined)
          events.push({
            id: fields.get('id') ?? '',
            event: fields.get('event') ?? '',
            data: storeChanged.strict().parse(JSON.parse(data)),
          });
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (state.ended = true));
  return { events, state };
}

describe('the event stream', () => {
  it('sends every change in order, with the current store', async () => {
    const { events } = await follow();
    const { id } = storeOf(await api.addStore());
    await api.makeLink(id);
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    await eventually(() =>
      expect(events.filter((event) => event.data.storeId === id).map(({ data }) => data.entry.what)).toEqual([
        'created',
        'connect_link_created',
        'deleted',
      ]),
    );
    const last = events.at(-1);
    expect(last?.event).toBe('store.changed');
    expect(last?.data.store?.status).toBe('deleted');
    const ids = events.map((event) => Number(event.id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  it('sends each listener its own language', async () => {
    const listeners = { en: await follow(), nl: await follow({ lang: 'nl' }) };
    const { id } = storeOf(await api.addStore());
    for (const [lang, text] of [
      ['en', 'Store created. Next: the seller authorizes it at Amazon.'],
      ['nl', 'Winkel aangemaakt. Volgende stap: de verkoper geeft toestemming bij Amazon.'],
    ] as const)
      await eventually(() => {
        const own = listeners[lang].events.filter(({ data }) => data.storeId === id);
        expect(own.map(({ data }) => data.entry.text)).toEqual([text]);
      });
  });

  it('replays missed changes once and continues', async () => {
    const before = await follow();
    const first = storeOf(await api.addStore());
    await eventually(() => expect(before.events.map(({ data }) => data.storeId)).toContain(first.id));
    const since = before.events.at(-1)?.id;
    const missed = storeOf(await api.addStore());
    const after = await follow({ lastEventId: since });
    const live = storeOf(await api.addStore());
    await eventually(() => expect(after.events.map(({ data }) => data.storeId)).toContain(live.id));
    expect(after.events.map(({ data }) => data.storeId)).toEqual([missed.id, live.id]);
  });

  it('replays more than one batch while new changes arrive, without gaps or repetitions', async () => {
    const { id } = storeOf(await api.addStore());
    for (let index = 0; index < 250; index += 1)
      await api.records.connectLinks.createLink(id, new Date(Date.now() + 1000).toISOString());
    const stream = await follow({ lastEventId: '0' });
    const { id: live } = storeOf(await api.addStore());
    await eventually(() => expect(stream.events.map(({ data }) => data.storeId)).toContain(live));
    const ids = stream.events.map((event) => Number(event.id));
    expect(ids.length).toBeGreaterThan(250);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => (ids[0] ?? 0) + index));
  });

  it('refuses a 21st stream of a token, says what to do, and lets other tokens in', async () => {
    for (let index = 0; index < 20; index += 1) await follow();
    const refused = problemOf(await api.get('/v1/events'));
    expect(refused).toMatchObject({ status: 429, code: 'too_many_listeners' });
    expect(refused.detail).toContain('has 20 open event streams, as many as it may have. Close one first.');
    const created = await api.call('POST', '/v1/tokens', { name: 'integration', role: 'viewer' });
    const { token } = z.object({ token: z.string() }).parse(created.body);
    const controller = new AbortController();
    streams.push(controller);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${api.url}/v1/events`, { headers, signal: controller.signal })).status).toBe(200);
  });

  it('refuses an invalid Last-Event-ID', async () => {
    const answer = await api.call('GET', '/v1/events', undefined, { 'last-event-id': 'yesterday' });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid_header' });
  });
});
