import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { campaign, campaignAuthorizationPage, campaignPage, campaignPreview } from '../../api/contract/campaigns.ts';
import { ApiGateway } from '../../adapters/temporal/api-gateway.ts';
import { TemporalUnavailable } from '../../adapters/temporal/temporal-unavailable.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Answer, createBrowser, problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const reason = 'We now also read your shipping settings.';
const request = (fields: object = {}) => ({ name: 'A new role', reason, stores: {}, overDays: 0, ...fields });
const farAway = { startsAt: '2999-01-01T00:00:00Z' };

function campaignOf(answer: Answer) {
  if (answer.status >= 300) throw new Error(answer.text);
  return campaign.strict().parse(answer.body);
}

async function authorizationsOf(id: string) {
  const { body } = await api.get(`/v1/campaigns/${id}/authorizations`);
  return campaignAuthorizationPage.strict().parse(body).items;
}

describe('a campaign', () => {
  it('writes to each seller of a region once for all stores, and records consents', async () => {
    const seller = `seller-${randomUUID()}@example.com`;
    const us = await api.connectStore(seller);
    const ca = await api.connectStore(seller, { country: 'CA' });
    const waiting = await api.connectStore(`seller-${randomUUID()}@example.com`);
    const stores = { ids: [us.id, ca.id, waiting.id] };
    const preview = await api.call('POST', '/v1/campaigns/preview', request({ stores }));
    expect(campaignPreview.strict().parse(preview.body)).toEqual({
      stores: 3,
      authorizations: 2,
      messages: 2,
      reminders: 2,
    });
    const answer = await api.call('POST', '/v1/campaigns', request({ stores }));
    expect(answer.status).toBe(201);
    const { id } = campaignOf(answer);
    expect(answer.headers.get('location')).toBe(`${api.url}/v1/campaigns/${id}`);
    const look = async () => campaignOf(await api.get(`/v1/campaigns/${id}`));
    await eventually(async () => expect((await look()).counts.messages.sent).toBe(2));
    expect(await look()).toMatchObject({ state: 'running', counts: { authorizations: 2, waiting: 2 } });
    const timeline = (await api.get(`/v1/stores/${ca.id}/timeline`)).text;
    expect(timeline).toContain('campaign_asked');
    expect(timeline).toContain(reason);

    const browser = createBrowser();
    await browser.get(await api.consent(browser, await api.makeLink(ca.id), seller));
    await eventually(async () => expect((await look()).counts).toMatchObject({ consented: 1, waiting: 1 }));
    const agreed = (await authorizationsOf(id)).find(({ state }) => state === 'consented');
    expect(agreed?.stores.map((store) => store.id).toSorted()).toEqual([us.id, ca.id].toSorted());
    expect(Date.parse(agreed?.consentedAt ?? '')).toBeGreaterThan(Date.parse(agreed?.askedAt ?? ''));
  });

  it('is the same for the same Idempotency-Key, which refuses another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = campaignOf(await api.call('POST', '/v1/campaigns', request(farAway), key));
    const body = `{"startsAt":"2999-01-01T00:00:00.000Z","overDays":0,"stores":{},"reason":"${reason}","name":"A new role"}`;
    const again = await api.call('POST', '/v1/campaigns', body, key);
    expect(again.status).toBe(201);
    expect(campaignOf(again).id).toBe(first.id);
    const other = await api.call('POST', '/v1/campaigns', request({ ...farAway, overDays: 1 }), key);
    expect(problemOf(other).code).toBe('idempotency_key_reused');
    const { items } = campaignPage.strict().parse((await api.get('/v1/campaigns?limit=1')).body);
    expect(items[0]?.id).toBe(first.id);
  });

  it('is paused, resumed and cancelled, each repeatable, and then over', async () => {
    const { id, state } = campaignOf(await api.call('POST', '/v1/campaigns', request(farAway)));
    expect(state).toBe('scheduled');
    const steer = (how: string) => api.call('POST', `/v1/campaigns/${id}/${how}`);
    for (const [how, then] of [
      ['pause', 'paused'],
      ['pause', 'paused'],
      ['resume', 'scheduled'],
      ['resume', 'scheduled'],
      ['cancel', 'cancelled'],
      ['cancel', 'cancelled'],
    ] as const) {
      const answer = await steer(how);
      expect([how, answer.status, campaignOf(answer).state]).toEqual([how, 200, then]);
    }
    const late = await steer('pause');
    expect(late.status).toBe(409);
    expect(problemOf(late)).toMatchObject({ code: 'campaign_over', detail: expect.stringContaining('cancelled') });
    expect(campaignOf(await api.get(`/v1/campaigns/${id}`)).endedAt).toBeDefined();
  });

  it('names every invalid field at once', async () => {
    const wrong = { name: ' ', stores: { country: 'FR', status: ['deleted'], ids: [], extra: 1 }, overDays: 61 };
    for (const path of ['/v1/campaigns', '/v1/campaigns/preview']) {
      const answer = await api.call('POST', path, { ...wrong, startsAt: 'tomorrow' });
      expect(answer.status).toBe(422);
      expect(
        problemOf(answer)
          .errors?.map(({ pointer }) => pointer)
          .toSorted(),
      ).toEqual([
        '/name',
        '/overDays',
        '/reason',
        '/startsAt',
        '/stores/country',
        '/stores/extra',
        '/stores/ids',
        '/stores/status',
      ]);
    }
  });

  it('that does not exist is 404 everywhere', async () => {
    for (const id of [randomUUID(), 'preview-of-nothing']) {
      const calls = ['pause', 'resume', 'cancel'].map((how) => api.call('POST', `/v1/campaigns/${id}/${how}`));
      const reads = [`/v1/campaigns/${id}`, `/v1/campaigns/${id}/authorizations`].map((path) => api.get(path));
      for (const answer of await Promise.all([...calls, ...reads]))
        expect([answer.status, problemOf(answer).code]).toEqual([404, 'campaign_not_found']);
    }
    expect((await api.get('/v1/campaigns?cursor=x')).status).toBe(400);
  });
});

describe('without Temporal', () => {
  it('a new campaign is 503 and not listed; repeating the request creates it later', async () => {
    const taskQueue = uniqueTaskQueue();
    const temporal = new ApiGateway({ address: temporalAddress(), namespace: 'default', tls: false }, taskQueue);
    vi.spyOn(temporal, 'startCampaign').mockRejectedValueOnce(new TemporalUnavailable('cut'));
    const world = await startApiHarness({
      worker: false,
      deps: { temporal },
    });
    const key = { 'idempotency-key': randomUUID() };
    const post = () => world.call('POST', '/v1/campaigns', request(), key);
    const refused = await post();
    expect([refused.status, problemOf(refused).code]).toEqual([503, 'temporal_unavailable']);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await world.get('/v1/campaigns')).body).toEqual({ items: [] });
    const made = campaignOf(await post());
    expect(made.state).toBe('scheduled');
    expect(campaignOf(await post()).id).toBe(made.id);
    await temporal.close();
    await world.stop();
  });
});
