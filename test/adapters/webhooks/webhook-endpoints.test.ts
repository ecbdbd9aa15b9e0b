import { createServer } from 'node:net';
import { once } from 'node:events';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type WebhookType, webhookTypes } from '../../../domain/webhook-events.ts';
import { createWebhookOutbox } from '../../../adapters/postgres/webhooks/outbox.ts';
import { eventually } from '../../setup/eventually.ts';
import { addStore, dumpDatabase } from '../postgres/store-harness.ts';
import { type Respond, failing, type Received, startReceiver, status } from './receiver.ts';
import { fewRetries, openWebhookHarness, quickRetries, type WebhookHarness } from './webhook-harness.ts';

let harness: WebhookHarness;
const cleanUps: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  harness = await openWebhookHarness();
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(() => harness.close());

async function listen(respond?: Respond, types?: readonly WebhookType[]) {
  const receiver = await startReceiver(respond);
  const { webhookId, secret } = await harness.register(receiver.url, types);
  cleanUps.push(receiver.close, () => harness.webhooks.removeWebhook(webhookId));
  return { receiver, webhookId, secret, received: receiver.received };
}

function startDispatcher(...options: Parameters<WebhookHarness['startDispatcher']>) {
  cleanUps.push(harness.startDispatcher(...options).close);
}

const names = (received: readonly Received[]) => received.map(({ name }) => name);
const storeTypes = webhookTypes.filter((type) => type.startsWith('store.'));
const stateOf = async (webhookId: string) => (await harness.webhooks.findWebhook(webhookId))?.disabledReason;

describe('a rotated secret', () => {
  it('signs together with the new one for a while, and not afterwards', async () => {
    const { received, webhookId, secret } = await listen();
    const storeId = await addStore(harness);
    startDispatcher();
    const rotated = await harness.webhooks.rotateSecret(webhookId, 86_400_000);
    await harness.recordEvent(storeId, 'both');
    await eventually(() => expect(names(received)).toContain('both'));
    const both = received.at(-1);
    expect(both?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const key of [secret, rotated?.secret ?? '']) new Webhook(key).verify(both?.body ?? '', both?.headers ?? {});

    await harness.database('webhooks').update({ previous_secret_until: new Date(0) });
    await harness.recordEvent(storeId, 'new');
    await eventually(() => expect(names(received)).toContain('new'));
    const { body = '', headers = {} } = received.at(-1) ?? {};
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(() => new Webhook(secret).verify(body, headers)).toThrow(/signature/);
    new Webhook(rotated?.secret ?? '').verify(body, headers);
  });

  it('is encrypted in the database, before and after the rotation', async () => {
    const { webhookId, secret } = await listen();
    const rotated = await harness.webhooks.rotateSecret(webhookId, 86_400_000);
    const dump = await dumpDatabase(harness.database);
    expect(dump).toContain(webhookId);
    for (const key of [secret, rotated?.secret ?? secret]) expect(dump).not.toContain(key.slice('whsec_'.length));
  });
});

describe('an endpoint that is gone', () => {
  it('is disabled with an alarm, and resumes in order when it is enabled', async () => {
    const { receiver, received, webhookId } = await listen(status(410), storeTypes);
    startDispatcher();
    const storeId = await addStore(harness);
    await eventually(async () => expect(await stateOf(webhookId)).toBe('gone'));
    const lastAlarm = async () => (await harness.alarms.listAlarms({ limit: 1 })).items[0];
    expect(await lastAlarm()).toMatchObject({
      kind: 'webhook_disabled',
      params: { why: 'answered 410 Gone', webhookId },
    });
    expect(harness.logLines.join('')).toContain('disabled');
    await harness.recordEvent(storeId, 'meanwhile');
    expect((await harness.deliveries(webhookId)).map((delivery) => [delivery.status, delivery.nextAttemptAt])).toEqual([
      ['pending', undefined],
      ['pending', undefined],
    ]);

    receiver.respond = () => undefined;
    await harness.webhooks.changeWebhook(webhookId, { enabled: true });
    await eventually(() => expect(names(received).slice(1)).toEqual(['created', 'meanwhile']));
    expect((await lastAlarm())?.closedAt).toBeDefined();
  });
});

describe('an endpoint that fails for days', () => {
  it('is disabled; one that sometimes responds is not', async () => {
    const storeId = await addStore(harness);
    const healthy = await addStore(harness);
    const dead = await listen(status(500));
    const flaky = await listen((event, response) => {
      if (event.data.id === storeId) response.writeHead(500).end();
    });
    await harness.recordEvent(storeId, 'failing');
    startDispatcher({ ...quickRetries, disableAfterMs: 300 });
    await eventually(async () => {
      await harness.recordEvent(healthy, 'fine');
      expect(await stateOf(dead.webhookId)).toBe('failing');
    });
    expect(await stateOf(flaky.webhookId)).toBeUndefined();
    const [first] = await harness.deliveries(dead.webhookId);
    expect(first).toMatchObject({ storeId, status: 'pending' });
    expect(Number(first?.attempts.length)).toBeGreaterThan(1);
  });

  it('receives its pending events at once when it responds again', async () => {
    const { receiver, received, webhookId } = await listen(status(500));
    startDispatcher({ ...quickRetries, delaysMs: [10, 3_600_000], giveUpAfterMs: 7_200_000 });
    await addStore(harness);
    await eventually(async () => expect((await harness.deliveries(webhookId))[0]?.attempts).toHaveLength(2));
    receiver.respond = () => undefined;
    const longAgo = new Date(Date.now() - 120_000);
    await harness.database('webhooks').where({ id: webhookId }).update({ failing_since: longAgo });
    await harness.webhookDeliveries.queueTest(webhookId);
    await eventually(() =>
      expect(received.map(({ type }) => type)).toEqual([
        'store.created',
        'store.created',
        'webhook.test',
        'store.created',
      ]),
    );
  });
});

describe('a replay', () => {
  it('sends the same request again, delivered or failed', async () => {
    const { receiver, received, webhookId } = await listen();
    startDispatcher(fewRetries);
    const storeId = await addStore(harness);
    await harness.recordEvent(storeId, 'delivered');
    await eventually(async () => expect((await harness.deliveries(webhookId))[1]?.status).toBe('delivered'));
    receiver.respond = status(500);
    await harness.recordEvent(storeId, 'failed');
    await eventually(async () => expect((await harness.deliveries(webhookId))[2]?.status).toBe('failed'));
    receiver.respond = () => undefined;
    received.splice(0);

    const [, delivered, failed] = await harness.deliveries(webhookId);
    await harness.webhookDeliveries.replay(webhookId, delivered?.id ?? '');
    await eventually(() => expect(names(received)).toEqual(['delivered']));
    expect(received[0]?.headers['webhook-id']).toBe(delivered?.eventId);
    expect(await harness.webhookDeliveries.replayFailed(webhookId, new Date().toISOString())).toBe(0);
    expect(await harness.webhookDeliveries.replayFailed(webhookId, new Date(0).toISOString())).toBe(1);
    await eventually(() => expect(names(received)).toEqual(['delivered', 'failed']));
    await eventually(async () => {
      const replayed = (await harness.deliveries(webhookId))[2];
      expect([replayed?.id, replayed?.status, replayed?.attempts.at(-1)?.statusCode]).toEqual([
        failed?.id,
        'delivered',
        204,
      ]);
    });
  });
});

describe('a private address', () => {
  it('is never connected to, even when its name had another address at registration', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(async () => void server.close());
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    startDispatcher(quickRetries, { allowPrivate: false });
    const storeId = await addStore(harness);
    for (const [url, error] of [
      [`https://localhost:${port}/`, /^localhost is not a public address/],
      [`https://127.0.0.1:${port}/`, /^127\.0\.0\.1 is not a public address/],
      [`http://localhost:${port}/`, /^Use an HTTPS URL/],
    ] as const) {
      const { webhookId } = await harness.register(url);
      await harness.recordEvent(storeId, 'secret');
      await eventually(async () => expect((await harness.deliveries(webhookId))[0]?.attempts[0]?.error).toMatch(error));
      await harness.webhooks.removeWebhook(webhookId);
    }
    expect(connections).toBe(0);
  });
});

describe('pruning', () => {
  it('deletes old deliveries and their events, and fails those that waited for a disabled endpoint', async () => {
    const { webhookId, received } = await listen(failing(0));
    startDispatcher();
    const storeId = await addStore(harness);
    await harness.recordEvent(storeId, 'old');
    await eventually(() => expect(received).toHaveLength(2));
    await eventually(async () => expect((await harness.deliveries(webhookId))[1]?.status).toBe('delivered'));
    const [first] = await harness.deliveries(webhookId);
    await harness.webhooks.changeWebhook(webhookId, { enabled: false });
    await harness.recordEvent(storeId, 'waits');
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    const deliveries = () => harness.database('webhook_deliveries').where({ webhook_id: webhookId });
    await deliveries()
      .where({ status: 'delivered' })
      .update({ settled_at: days(29) });
    await deliveries()
      .where({ id: first?.id })
      .update({ settled_at: days(31) });
    await deliveries()
      .where({ status: 'pending' })
      .update({ queued_at: days(4) });
    await harness.database('webhook_events').update({ created_at: days(31) });

    await createWebhookOutbox(harness.database, harness.vault, false).prune();
    const remaining = await harness.deliveries(webhookId);
    expect(remaining.map((delivery) => delivery.status)).toEqual(['delivered', 'failed']);
    expect(remaining[1]?.attempts[0]?.error).toMatch(/disabled for three days/);
    expect(await harness.database('webhook_events').where({ id: first?.eventId })).toEqual([]);
  });
});
