import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeEvent } from '../../../api/contract/webhook-events.ts';
import { eventually } from '../../setup/eventually.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { addStore, changeOf } from '../postgres/store-harness.ts';
import { type Respond, failing, hang, type Received, startReceiver, status } from './receiver.ts';
import { fewRetries, namedEntry, openWebhookHarness, quickRetries, type WebhookHarness } from './webhook-harness.ts';

let harness: WebhookHarness;
const cleanUps: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  harness = await openWebhookHarness();
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(() => harness.close());

async function listen(respond?: Respond) {
  const receiver = await startReceiver(respond);
  const { webhookId, secret } = await harness.register(receiver.url);
  cleanUps.push(receiver.close, () => harness.webhooks.removeWebhook(webhookId));
  return { receiver, webhookId, secret, received: receiver.received };
}

function startDispatcher(...options: Parameters<WebhookHarness['startDispatcher']>) {
  const dispatcher = harness.startDispatcher(...options);
  cleanUps.push(dispatcher.close);
  return dispatcher;
}

const names = (received: readonly Received[]) => received.map(({ name }) => name);

describe('a change of a store', () => {
  it('is sent as a signed request with the store and what happened', async () => {
    const { received, secret } = await listen();
    startDispatcher();
    const storeId = await addStore(harness, { email: 'somebody@example.com' });
    await eventually(() => expect(received).toHaveLength(1));
    const [event] = received;
    if (!event) throw new Error('Nothing was received');
    expect(new Webhook(secret).verify(event.body, event.headers)).toEqual(JSON.parse(event.body));
    expect(event.headers['content-type']).toBe('application/json');
    const { type, data } = storeEvent.strict().parse(JSON.parse(event.body));
    expect(type).toBe('store.created');
    expect(data).toMatchObject({ id: storeId, status: 'awaiting_authorization', text: expect.any(String) });
    expect(Object.keys(event.data).filter((key) => !(key in storeEvent.shape.data.shape))).toEqual([]);
    expect(event.body).not.toContain('@example.com');
  });

  it('is sent once, however often the activity is retried, and only when it was committed', async () => {
    const { received } = await listen();
    startDispatcher();
    const storeId = await addStore(harness);
    const change = changeOf(storeId, { entry: namedEntry('once') });
    await Promise.all([1, 2, 3].map(() => harness.stores.recordChange(change)));
    const unknownStore = changeOf('00000000-0000-4000-8000-000000000000', { entry: namedEntry('never') });
    await harness.stores.recordChange(unknownStore);
    await harness.recordEvent(storeId, 'last');
    await eventually(() => expect(names(received)).toContain('last'));
    expect(names(received)).toEqual(['created', 'once', 'last']);
  });

  it('is not sent to an endpoint that was created later, even when the activity is retried', async () => {
    const storeId = await addStore(harness);
    const change = changeOf(storeId, { entry: namedEntry('before') });
    await harness.stores.recordChange(change);
    const { received } = await listen();
    startDispatcher();
    await harness.stores.recordChange(change);
    await harness.recordEvent(storeId, 'after');
    await eventually(() => expect(names(received)).toContain('after'));
    expect(names(received)).toEqual(['after']);
  });

  it('is sent only to endpoints that selected its type', async () => {
    const receiver = await startReceiver();
    const { webhookId } = await harness.register(receiver.url, ['store.expired']);
    cleanUps.push(receiver.close, () => harness.webhooks.removeWebhook(webhookId));
    startDispatcher();
    await harness.recordEvent(await addStore(harness), 'chosen');
    await eventually(() => expect(names(receiver.received)).toEqual(['chosen']));
  });
});

describe('a failed attempt', () => {
  it('is repeated with the same id and body and a new signature', async () => {
    const { received, secret, webhookId } = await listen(failing(3));
    startDispatcher();
    await addStore(harness);
    await eventually(() => expect(received).toHaveLength(4));
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { body, headers } of received) new Webhook(secret).verify(body, headers);
    const [delivery] = await eventually(async () => {
      const deliveries = await harness.deliveries(webhookId);
      expect(deliveries[0]?.status).toBe('delivered');
      return deliveries;
    });
    expect(delivery?.attempts.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 204]);
    expect(delivery?.attempts[0]?.error).toBe('The endpoint answered 500.');
    expect(delivery?.eventId).toBe(received[0]?.headers['webhook-id']);
  });

  it('delays later events of its store, but of no other store', async () => {
    const failingStore = await addStore(harness);
    const other = await addStore(harness);
    const { receiver, received } = await listen();
    receiver.respond = ({ name }, response) => {
      if (name === 'a1' && !names(received).includes('b4')) response.writeHead(503).end();
    };
    startDispatcher();
    for (const number of ['1', '2', '3', '4']) {
      await harness.recordEvent(failingStore, `a${number}`);
      await harness.recordEvent(other, `b${number}`);
    }
    await eventually(() => expect(names(received)).toContain('a4'));
    const namesOf = (storeId: string) => names(received.filter(({ data }) => data.id === storeId));
    expect(namesOf(other)).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(namesOf(failingStore).slice(0, 2)).toEqual(['a1', 'a1']);
    expect([...new Set(namesOf(failingStore))]).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(namesOf(failingStore).slice(-4)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('respects Retry-After up to a maximum', async () => {
    const { receiver, received } = await listen();
    receiver.respond = (_event, response, count) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '3600' }).end();
    };
    startDispatcher();
    await addStore(harness);
    await eventually(() => expect(received).toHaveLength(2));
    const [first, second] = received;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(quickRetries.maxRetryAfterMs - 20);
  });

  it('fails in the end, and the next event of the store follows', async () => {
    const { receiver, received, webhookId } = await listen();
    receiver.respond = ({ name }, response) => {
      if (name === 'hopeless') response.writeHead(500).end();
    };
    startDispatcher(fewRetries);
    const storeId = await addStore(harness);
    await harness.recordEvent(storeId, 'hopeless');
    await harness.recordEvent(storeId, 'afterwards');
    await eventually(() => expect(names(received)).toContain('afterwards'));
    const log = await eventually(async () => {
      const deliveries = await harness.deliveries(webhookId);
      expect(deliveries.map(({ status: deliveryStatus }) => deliveryStatus)).toEqual([
        'delivered',
        'failed',
        'delivered',
      ]);
      return deliveries;
    });
    expect(log[1]?.attempts.length).toBeGreaterThan(1);
    expect(log[1]?.nextAttemptAt).toBeUndefined();
  });

  it('is described in the delivery: no response, a redirect, connection refused', async () => {
    const timeoutMs = 100;
    const { receiver, webhookId } = await listen(hang);
    const redirectTarget = await startReceiver();
    cleanUps.push(redirectTarget.close);
    startDispatcher(quickRetries, { timeoutMs });
    await addStore(harness);
    const lastError = async () => (await harness.deliveries(webhookId))[0]?.attempts.at(-1)?.error;
    await eventually(async () => expect(await lastError()).toBe('The endpoint did not answer within 0.1 seconds.'));
    receiver.respond = status(302, { location: redirectTarget.url });
    await harness.webhooks.changeWebhook(webhookId, { enabled: false });
    await harness.webhooks.changeWebhook(webhookId, { enabled: true });
    await eventually(async () =>
      expect(await lastError()).toBe('The endpoint answered 302; redirects are not followed.'),
    );
    expect(redirectTarget.received).toEqual([]);
    await receiver.close();
    await eventually(async () => expect(await lastError()).toBe('The endpoint could not be reached (ECONNREFUSED).'));
  });
});

describe('a dead endpoint', () => {
  it('delays no other endpoint', async () => {
    await listen(hang);
    const refusing = await listen();
    await refusing.receiver.close();
    const { received } = await listen();
    startDispatcher();
    const ids = await Promise.all(Array.from({ length: 40 }, () => addStore(harness)));
    const startedMs = performance.now();
    await Promise.all(ids.map((id) => harness.recordEvent(id, 'quick')));
    await eventually(() => expect(names(received).filter((name) => name === 'quick')).toHaveLength(40));
    expect(performance.now() - startedMs).toBeLessThan(limitMs(5000));
  });
});

describe('a secret that cannot be opened', () => {
  const breakSecret = (webhookId: string, column: string) =>
    harness
      .database('webhooks')
      .where({ id: webhookId })
      .update({ [column]: 'no' });

  it('makes only the events of its own endpoint wait, until the endpoint gets a new secret', async () => {
    const [broken, other] = [await listen(), await listen()];
    await breakSecret(broken.webhookId, 'sealed_secret');
    startDispatcher();
    await harness.recordEvent(await addStore(harness), 'event');
    await eventually(() => expect(names(other.received)).toContain('event'));
    expect(broken.received).toEqual([]);
    const rotated = await harness.webhooks.rotateSecret(broken.webhookId, 60_000);
    expect(rotated?.webhook.previousSecretUntil).toBeUndefined();
    await eventually(() => expect(names(broken.received)).toContain('event'));
    const [event] = broken.received;
    expect(new Webhook(rotated?.secret ?? '').verify(event?.body ?? '', event?.headers ?? {})).toBeDefined();
  });

  it('of a previous secret leaves the signature of the current one', async () => {
    const { webhookId, received } = await listen();
    const rotated = await harness.webhooks.rotateSecret(webhookId, 60_000);
    await breakSecret(webhookId, 'sealed_previous_secret');
    startDispatcher();
    await harness.recordEvent(await addStore(harness), 'event');
    await eventually(() => expect(names(received)).toContain('event'));
    expect(
      new Webhook(rotated?.secret ?? '').verify(received[0]?.body ?? '', received[0]?.headers ?? {}),
    ).toBeDefined();
  });
});
