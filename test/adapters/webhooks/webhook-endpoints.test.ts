import { createServer } from 'node:net';
import { once } from 'node:events';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookOutbox } from '../../../adapters/postgres/webhooks/outbox.ts';
import { eventually } from '../../setup/eventually.ts';
import { addStore, dumpDatabase } from '../postgres/store-harness.ts';
import { type AnswerRequest, failing, type Received, startReceiver, status } from './receiver.ts';
import { impatientRetries, openWebhookWorld, quickRetries, type WebhookWorld } from './webhook-world.ts';

let world: WebhookWorld;
const cleanUps: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  world = await openWebhookWorld();
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(() => world.close());

async function listen(answer?: AnswerRequest) {
  const receiver = await startReceiver(answer);
  const { webhookId, secret } = await world.register(receiver.url);
  cleanUps.push(receiver.close, () => world.webhooks.removeWebhook(webhookId));
  return { receiver, webhookId, secret, received: receiver.received };
}

function startPump(...options: Parameters<WebhookWorld['startPump']>) {
  cleanUps.push(world.startPump(...options).close);
}

const texts = (received: readonly Received[]) => received.map(({ data }) => data.text);
const stateOf = async (webhookId: string) => (await world.webhooks.findWebhook(webhookId))?.disabledReason;

describe('a secret that is rotated', () => {
  it('signs beside the new one for a while, and not after that', async () => {
    const { received, webhookId, secret } = await listen();
    const storeId = await addStore(world);
    startPump();
    const rotated = await world.webhooks.rotateSecret(webhookId, 86_400_000);
    await world.happen(storeId, 'both');
    await eventually(() => expect(texts(received)).toContain('both'));
    const both = received.at(-1);
    expect(both?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const each of [secret, rotated?.secret ?? '']) new Webhook(each).verify(both?.body ?? '', both?.headers ?? {});

    await world.database('webhooks').update({ previous_secret_until: new Date(0) });
    await world.happen(storeId, 'new');
    await eventually(() => expect(texts(received)).toContain('new'));
    const { body = '', headers = {} } = received.at(-1) ?? {};
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(() => new Webhook(secret).verify(body, headers)).toThrow(/signature/);
    new Webhook(rotated?.secret ?? '').verify(body, headers);
  });

  it('lies sealed in the database, before and after', async () => {
    const { webhookId, secret } = await listen();
    const rotated = await world.webhooks.rotateSecret(webhookId, 86_400_000);
    const dump = await dumpDatabase(world.database);
    expect(dump).toContain(webhookId);
    for (const each of [secret, rotated?.secret ?? secret]) expect(dump).not.toContain(each.slice('whsec_'.length));
  });
});

describe('an endpoint that is gone', () => {
  it('is disabled with an alarm, and resumes in order when it is enabled again', async () => {
    const { receiver, received, webhookId } = await listen(status(410));
    startPump();
    const storeId = await addStore(world);
    await eventually(async () => expect(await stateOf(webhookId)).toBe('gone'));
    const alarmed = async () => (await world.alarmReader.listAlarms({ limit: 1 })).items[0];
    expect(await alarmed()).toMatchObject({
      kind: 'webhook_disabled',
      params: { why: 'answered 410 Gone', webhookId },
    });
    expect(world.logLines.join('')).toContain('disabled');
    await world.happen(storeId, 'meanwhile');
    expect((await world.deliveries(webhookId)).map((each) => [each.status, each.nextAttemptAt])).toEqual([
      ['pending', undefined],
      ['pending', undefined],
    ]);

    receiver.answer = () => undefined;
    await world.webhooks.changeWebhook(webhookId, { enabled: true });
    await eventually(() => expect(texts(received).slice(1)).toEqual(['Something happened.', 'meanwhile']));
    expect((await alarmed())?.closedAt).toBeDefined();
  });
});

describe('an endpoint that fails for days', () => {
  it('is disabled; one that answers now and then is not', async () => {
    const storeId = await addStore(world);
    const other = await addStore(world);
    const dead = await listen(status(500));
    const flaky = await listen((told, response) => {
      if (told.data.id === storeId) response.writeHead(500).end();
    });
    await world.happen(storeId, 'failing');
    startPump({ ...quickRetries, disableAfterMs: 300 });
    await eventually(async () => {
      await world.happen(other, 'fine');
      expect(await stateOf(dead.webhookId)).toBe('failing');
    });
    expect(await stateOf(flaky.webhookId)).toBeUndefined();
    const [first] = await world.deliveries(dead.webhookId);
    expect(first).toMatchObject({ storeId, status: 'pending' });
    expect(Number(first?.attempts.length)).toBeGreaterThan(1);
  });

  it('gets at once what waits because of it when it answers again', async () => {
    const { receiver, received, webhookId } = await listen(status(500));
    startPump({ ...quickRetries, pausesMs: [10, 3_600_000], giveUpAfterMs: 7_200_000 });
    await addStore(world);
    await eventually(async () => expect((await world.deliveries(webhookId))[0]?.attempts).toHaveLength(2));
    receiver.answer = () => undefined;
    const longAgo = new Date(Date.now() - 120_000);
    await world.database('webhooks').where({ id: webhookId }).update({ failing_since: longAgo });
    await world.webhookDeliveries.queueTest(webhookId);
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
    startPump(impatientRetries);
    const storeId = await addStore(world);
    await world.happen(storeId, 'delivered');
    await eventually(async () => expect((await world.deliveries(webhookId))[1]?.status).toBe('delivered'));
    receiver.answer = status(500);
    await world.happen(storeId, 'failed');
    await eventually(async () => expect((await world.deliveries(webhookId))[2]?.status).toBe('failed'));
    receiver.answer = () => undefined;
    received.splice(0);

    const [, delivered, failed] = await world.deliveries(webhookId);
    await world.webhookDeliveries.replay(webhookId, delivered?.id ?? '');
    await eventually(() => expect(texts(received)).toEqual(['delivered']));
    expect(received[0]?.headers['webhook-id']).toBe(delivered?.eventId);
    expect(await world.webhookDeliveries.replayFailed(webhookId, new Date().toISOString())).toBe(0);
    expect(await world.webhookDeliveries.replayFailed(webhookId, new Date(0).toISOString())).toBe(1);
    await eventually(() => expect(texts(received)).toEqual(['delivered', 'failed']));
    await eventually(async () => {
      const again = (await world.deliveries(webhookId))[2];
      expect([again?.id, again?.status, again?.attempts.at(-1)?.statusCode]).toEqual([failed?.id, 'delivered', 204]);
    });
  });
});

describe('a private target', () => {
  it('is not even connected to when its name led elsewhere at registration', async () => {
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
    startPump(quickRetries, { allowPrivate: false });
    const storeId = await addStore(world);
    for (const [url, error] of [
      [`https://localhost:${port}/`, /^localhost is no address of the public internet/],
      [`https://127.0.0.1:${port}/`, /^127\.0\.0\.1 is no address/],
      [`http://localhost:${port}/`, /^Only https/],
    ] as const) {
      const { webhookId } = await world.register(url);
      await world.happen(storeId, 'secret');
      await eventually(async () => expect((await world.deliveries(webhookId))[0]?.attempts[0]?.error).toMatch(error));
      await world.webhooks.removeWebhook(webhookId);
    }
    expect(connections).toBe(0);
  });
});

describe('tidying', () => {
  it('forgets old deliveries and their events, and gives up what waited for a disabled endpoint', async () => {
    const { webhookId, received } = await listen(failing(0));
    startPump();
    const storeId = await addStore(world);
    await world.happen(storeId, 'old');
    await eventually(() => expect(received).toHaveLength(2));
    await eventually(async () => expect((await world.deliveries(webhookId))[1]?.status).toBe('delivered'));
    const [first] = await world.deliveries(webhookId);
    await world.webhooks.changeWebhook(webhookId, { enabled: false });
    await world.happen(storeId, 'waits');
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    const deliveries = () => world.database('webhook_deliveries').where({ webhook_id: webhookId });
    await deliveries()
      .where({ status: 'delivered' })
      .update({ settled_at: days(29) });
    await deliveries()
      .where({ id: first?.id })
      .update({ settled_at: days(31) });
    await deliveries()
      .where({ status: 'pending' })
      .update({ queued_at: days(4) });
    await world.database('webhook_events').update({ created_at: days(31) });

    await createWebhookOutbox(world.database, world.box, false).tidy();
    const left = await world.deliveries(webhookId);
    expect(left.map((each) => each.status)).toEqual(['delivered', 'failed']);
    expect(left[1]?.attempts[0]?.error).toMatch(/disabled for three days/);
    expect(await world.database('webhook_events').where({ id: first?.eventId })).toEqual([]);
  });
});
