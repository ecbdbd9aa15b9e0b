import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

const page = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      text: z.string(),
      openedAt: z.iso.datetime(),
      closedAt: z.iso.datetime().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

it('lists alarms, open ones first, with what is wrong and what to do', async () => {
  const { alarms } = api.records;
  await alarms.openAlarm({ kind: 'application_refused', params: { answer: '401 invalid_client' } });
  await alarms.openAlarm({ kind: 'fleet_breaker', params: { failing: '40', checked: '50' } });
  await alarms.closeAlarm('fleet_breaker', '', 1);
  const first = page.parse((await api.get('/v1/alarms?limit=1')).body);
  expect(first.items).toMatchObject([
    {
      kind: 'application_refused',
      text: expect.stringMatching(/\(401 invalid_client\).+client secret.+PUT \/v1\/application\/secret\.$/),
    },
  ]);
  const { items, nextCursor } = page.parse((await api.get(`/v1/alarms?cursor=${first.nextCursor}`)).body);
  expect(items).toMatchObject([{ kind: 'fleet_breaker', text: expect.stringContaining('40 of 50') }]);
  expect(items[0]?.closedAt).toBeDefined();
  expect(nextCursor).toBeUndefined();
  const dutch = page.parse((await api.call('GET', '/v1/alarms', undefined, { 'accept-language': 'nl' })).body);
  expect(dutch.items[0]?.text).toContain('Amazon weigert het client secret van onze app');
});

it('counts open alarms for Prometheus, the others as 0', async () => {
  const { text } = await api.get('/metrics');
  expect(text).toContain('perennial_open_alarms{kind="application_refused"} 1');
  expect(text).toContain('perennial_open_alarms{kind="fleet_breaker"} 0');
});

it('refuses an unknown cursor', async () => {
  expect(problemOf(await api.get('/v1/alarms?cursor=x'))).toMatchObject({ status: 400, code: 'invalid_query' });
});
