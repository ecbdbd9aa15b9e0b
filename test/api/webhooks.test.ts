import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhook, webhookDelivery, webhookPage, webhookWithSecret } from '../../api/contract/webhooks.ts';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Answer, problemOf, storeOf } from './http-client.ts';

const elsewhere = 'https://93.184.215.14/hook';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

async function register(fields: object = {}) {
  const answer = await api.call('POST', '/v1/webhooks', { url: elsewhere, ...fields });
  if (answer.status !== 201) throw new Error(answer.text);
  return webhookWithSecret.strict().parse(answer.body);
}

const webhookOf = (answer: Answer) => webhook.strict().parse(answer.body);

async function deliveriesOf(id: string, query = '') {
  const { items, nextCursor } = Object((await api.get(`/v1/webhooks/${id}/deliveries${query}`)).body);
  return { items: webhookDelivery.strict().array().parse(items), nextCursor };
}

describe('creating an endpoint', () => {
  it('shows a secret once, in the format of the library', async () => {
    const { secret, ...registered } = await register({ types: ['store.active', 'store.active'], description: 'Sync' });
    expect(secret).toMatch(/^whsec_/);
    expect(new Webhook(secret).sign('msg_1', new Date(), '{}')).toMatch(/^v1,/);
    const again = await api.get(`/v1/webhooks/${registered.id}`);
    expect(webhookOf(again)).toEqual(registered);
    expect(registered).toMatchObject({ url: elsewhere, types: ['store.active'], description: 'Sync', enabled: true });
    expect(again.text).not.toContain('whsec_');
  });

  it.each([
    ['http://93.184.215.14/hook', /HTTPS/],
    ['https://127.0.0.1/hook', /not a public address.*WEBHOOKS_ALLOW_PRIVATE/],
    ['https://2130706433/hook', /127\.0\.0\.1/],
    ['https://localhost:8443/hook', /not a public address/],
    ['https://10.1.2.3/hook', /not a public address/],
    ['https://169.254.169.254/latest/meta-data', /not a public address/],
    ['https://[::1]/hook', /not a public address/],
    ['https://[::ffff:192.168.0.1]/hook', /not a public address/],
    ['https://[fd00::1]/hook', /not a public address/],
    ['https://[64:ff9b::7f00:1]/hook', /not a public address/],
    ['https://224.0.0.1/hook', /not a public address/],
    ['https://user:password@93.184.215.14/hook', /user name/],
    ['ftp://93.184.215.14/hook', /such as https/],
    ['nonsense', /such as https/],
    [undefined, /missing/],
  ])('refuses %s and says why', async (url, detail) => {
    const refused = problemOf(await api.call('POST', '/v1/webhooks', { url }));
    expect(refused).toMatchObject({ status: 422, code: 'invalid_body', errors: [{ pointer: '/url' }] });
    expect(refused.detail).toMatch(detail);
  });

  it('accepts a host name that does not resolve yet and refuses an unknown type', async () => {
    expect((await register({ url: 'https://not-yet.invalid/hook' })).url).toBe('https://not-yet.invalid/hook');
    const unknown = problemOf(await api.call('POST', '/v1/webhooks', { url: elsewhere, types: ['store.sold'] }));
    expect(unknown).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/types/0' }] });
  });
});

describe('an endpoint', () => {
  it('is listed in pages, changed and deleted', async () => {
    const ids = [(await register()).id, (await register()).id, (await register()).id];
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const answer = await api.get(`/v1/webhooks?limit=2${cursor && `&cursor=${cursor}`}`);
      const page = webhookPage.strict().parse(answer.body);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.slice(-3)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);

    const [id] = ids;
    const path = `/v1/webhooks/${id}`;
    const change = { url: `${elsewhere}/new`, types: ['store.expired'], enabled: false };
    const disabled = webhookOf(await api.call('PATCH', path, change));
    expect(disabled).toMatchObject({ ...change, disabledReason: { code: 'by_admin' } });
    const enabled = webhookOf(await api.call('PATCH', path, { types: null, enabled: true }));
    expect([enabled.enabled, enabled.types, enabled.disabledReason]).toEqual([true, undefined, undefined]);
    expect(problemOf(await api.call('PATCH', path, { url: 'https://127.0.0.1/' })).status).toBe(422);

    expect((await api.call('DELETE', path)).status).toBe(204);
    expect(problemOf(await api.call('DELETE', path)).code).toBe('webhook_not_found');
    for (const unknown of [path, '/v1/webhooks/nonsense', `${path}/deliveries`])
      expect(problemOf(await api.get(unknown)).code).toBe('webhook_not_found');
  });

  it('gets a new secret while the old one signs for another 24 hours', async () => {
    const { id, secret } = await register();
    const rotated = webhookWithSecret.strict().parse((await api.call('POST', `/v1/webhooks/${id}/rotate-secret`)).body);
    expect(rotated.secret).not.toBe(secret);
    const untilMs = Date.parse(rotated.previousSecretUntil ?? '') - Date.now();
    expect(Math.abs(untilMs - 86_400_000)).toBeLessThan(60_000);
  });
});

describe('the log of deliveries', () => {
  it('lists every event of a store in order and filters by status', async () => {
    const { id } = await register();
    const store = storeOf(await api.addStore());
    await api.call('DELETE', `/v1/stores/${store.id}`);
    const { items } = await eventually(async () => {
      const log = await deliveriesOf(id);
      expect(log.items).toHaveLength(2);
      return log;
    });
    expect(items.map(({ type, storeId, status }) => [type, storeId, status])).toEqual([
      ['store.deleted', store.id, 'pending'],
      ['store.created', store.id, 'pending'],
    ]);
    // The later one waits for the earlier one.
    expect(items.map(({ nextAttemptAt }) => nextAttemptAt !== undefined)).toEqual([false, true]);
    const first = await deliveriesOf(id, '?limit=1');
    const second = await deliveriesOf(id, `?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(items);
    expect((await deliveriesOf(id, '?status=failed,delivered')).items).toEqual([]);
    expect(problemOf(await api.get(`/v1/webhooks/${id}/deliveries?cursor=x`)).code).toBe('invalid_query');
  });

  it('starts with the creation and the authorization of a store', async () => {
    const { id } = await register();
    await api.connectStore('seller@example.com');
    const { items } = await eventually(async () => {
      const log = await deliveriesOf(id);
      expect(log.items).toHaveLength(3);
      return log;
    });
    expect(items.map(({ type }) => type)).toEqual(['store.active', 'store.authorized', 'store.created']);
    expect((await api.get('/metrics')).text).toMatch(/perennial_webhook_deliveries\{status="pending"\} [1-9]/);
  });

  it('accepts tests and replays unless the endpoint is disabled', async () => {
    const { id } = await register({ types: ['store.expired'] });
    const test = await api.call('POST', `/v1/webhooks/${id}/test`);
    expect(test.status).toBe(202);
    const { id: deliveryId, type } = webhookDelivery.strict().parse(test.body);
    expect(type).toBe('webhook.test');
    const replay = `/v1/webhooks/${id}/deliveries/${deliveryId}/replay`;
    expect((await api.call('POST', replay)).status).toBe(202);
    const replayFailed = `/v1/webhooks/${id}/deliveries/replay-failed`;
    const since = new Date(0).toISOString();
    expect((await api.call('POST', replayFailed, { since })).body).toEqual({ replayed: 0 });
    expect(problemOf(await api.call('POST', replayFailed, { since: 'yesterday' })).errors).toHaveLength(1);
    for (const unknown of ['999999999', 'x', '9'.repeat(30)])
      expect(problemOf(await api.call('POST', `/v1/webhooks/${id}/deliveries/${unknown}/replay`)).status).toBe(404);

    await api.call('PATCH', `/v1/webhooks/${id}`, { enabled: false });
    for (const path of [`/v1/webhooks/${id}/test`, replay])
      expect(problemOf(await api.call('POST', path)).code).toBe('webhook_disabled');
  });
});
