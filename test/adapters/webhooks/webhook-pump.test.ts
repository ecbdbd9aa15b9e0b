import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeEvent } from '../../../api/contract/webhooks.ts';
import { eventually } from '../../setup/eventually.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { addStore, changeOf } from '../postgres/store-world.ts';
import { type AnswerRequest, failing, hang, type Received, startReceiver, status } from './receiver.ts';
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
  const pump = world.startPump(...options);
  cleanUps.push(pump.close);
  return pump;
}

const texts = (received: readonly Received[]) => received.map(({ data }) => data.text);

describe('a change of a store', () => {
  it('is told as a signed request with the store as it is now and what happened', async () => {
    const { received, secret } = await listen();
    startPump();
    const storeId = await addStore(world, { email: 'somebody@example.com' });
    await eventually(() => expect(received).toHaveLength(1));
    const [told] = received;
    if (!told) throw new Error('Nothing came');
    expect(new Webhook(secret).verify(told.body, told.headers)).toEqual(JSON.parse(told.body));
    expect(told.headers['content-type']).toBe('application/json');
    const { type, data } = storeEvent.strict().parse(JSON.parse(told.body));
    expect(type).toBe('store.created');
    expect(data).toMatchObject({ id: storeId, status: 'awaiting_authorization', text: 'Something happened.' });
    expect(Object.keys(told.data).filter((key) => !(key in storeEvent.shape.data.shape))).toEqual([]);
    expect(told.body).not.toContain('@example.com');
  });

  it('is told once, however often the step is tried, and only when it was committed', async () => {
    const { received } = await listen();
    startPump();
    const storeId = await addStore(world);
    const change = changeOf(storeId, { entry: { what: 'enabled', text: 'once' } });
    await Promise.all([1, 2, 3].map(() => world.stores.recordChange(change)));
    const nobody = changeOf('00000000-0000-4000-8000-000000000000', { entry: { what: 'disabled', text: 'never' } });
    await world.stores.recordChange(nobody);
    await world.happen(storeId, 'last');
    await eventually(() => expect(texts(received)).toContain('last'));
    expect(texts(received)).toEqual(['Something happened.', 'once', 'last']);
  });

  it('is not told to an endpoint that was registered afterwards, even when the step is repeated', async () => {
    const storeId = await addStore(world);
    const change = changeOf(storeId, { entry: { what: 'enabled', text: 'before' } });
    await world.stores.recordChange(change);
    const { received } = await listen();
    startPump();
    await world.stores.recordChange(change);
    await world.happen(storeId, 'after');
    await eventually(() => expect(texts(received)).toContain('after'));
    expect(texts(received)).toEqual(['after']);
  });

  it('reaches an endpoint only for the types that it chose', async () => {
    const receiver = await startReceiver();
    const { webhookId } = await world.register(receiver.url, ['store.enabled']);
    cleanUps.push(receiver.close, () => world.webhooks.removeWebhook(webhookId));
    startPump();
    await world.happen(await addStore(world), 'chosen');
    await eventually(() => expect(texts(receiver.received)).toEqual(['chosen']));
  });
});

describe('a failed attempt', () => {
  it('is repeated with the same id and the same bytes, each time signed anew', async () => {
    const { received, secret, webhookId } = await listen(failing(3));
    startPump();
    await addStore(world);
    await eventually(() => expect(received).toHaveLength(4));
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { body, headers } of received) new Webhook(secret).verify(body, headers);
    const [delivery] = await eventually(async () => {
      const deliveries = await world.deliveries(webhookId);
      expect(deliveries[0]?.status).toBe('delivered');
      return deliveries;
    });
    expect(delivery?.attempts.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 204]);
    expect(delivery?.attempts[0]?.error).toBe('The endpoint answered 500.');
    expect(delivery?.eventId).toBe(received[0]?.headers['webhook-id']);
  });

  it('holds up later events of its store, and of no other store', async () => {
    const stubborn = await addStore(world);
    const other = await addStore(world);
    const { receiver, received } = await listen();
    receiver.answer = ({ data }, response) => {
      if (data.text === 'a1' && !texts(received).includes('b4')) response.writeHead(503).end();
    };
    startPump();
    for (const text of ['1', '2', '3', '4']) {
      await world.happen(stubborn, `a${text}`);
      await world.happen(other, `b${text}`);
    }
    await eventually(() => expect(texts(received)).toContain('a4'));
    const of = (storeId: string) => texts(received.filter(({ data }) => data.id === storeId));
    expect(of(other)).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(of(stubborn).slice(0, 2)).toEqual(['a1', 'a1']);
    expect([...new Set(of(stubborn))]).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(of(stubborn).slice(-4)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('waits as long as the endpoint asks, within bounds', async () => {
    const { receiver, received } = await listen();
    receiver.answer = (_told, response, count) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '3600' }).end();
    };
    startPump();
    await addStore(world);
    await eventually(() => expect(received).toHaveLength(2));
    const [first, second] = received;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(quickRetries.longestAskedPauseMs - 20);
  });

  it('is given up in the end, visibly, and the next event of the store follows', async () => {
    const { receiver, received, webhookId } = await listen();
    receiver.answer = ({ data }, response) => {
      if (data.text === 'hopeless') response.writeHead(500).end();
    };
    startPump(impatientRetries);
    const storeId = await addStore(world);
    await world.happen(storeId, 'hopeless');
    await world.happen(storeId, 'afterwards');
    await eventually(() => expect(texts(received)).toContain('afterwards'));
    const log = await eventually(async () => {
      const deliveries = await world.deliveries(webhookId);
      expect(deliveries.map((each) => each.status)).toEqual(['delivered', 'failed', 'delivered']);
      return deliveries;
    });
    expect(log[1]?.attempts.length).toBeGreaterThan(1);
    expect(log[1]?.nextAttemptAt).toBeUndefined();
  });

  it('says in the log what went wrong: no answer, nobody there, a redirect', async () => {
    const timeoutMs = 100;
    const { receiver, webhookId } = await listen(hang);
    const aside = await startReceiver();
    cleanUps.push(aside.close);
    startPump(quickRetries, { timeoutMs });
    await addStore(world);
    const lastError = async () => (await world.deliveries(webhookId))[0]?.attempts.at(-1)?.error;
    await eventually(async () => expect(await lastError()).toBe('The endpoint did not answer within 0.1 seconds.'));
    receiver.answer = status(302, { location: aside.url });
    await world.webhooks.changeWebhook(webhookId, { enabled: false });
    await world.webhooks.changeWebhook(webhookId, { enabled: true });
    await eventually(async () =>
      expect(await lastError()).toBe('The endpoint answered 302; redirects are not followed.'),
    );
    expect(aside.received).toEqual([]);
    await receiver.close();
    await eventually(async () => expect(await lastError()).toBe('The endpoint could not be reached (ECONNREFUSED).'));
  });
});

describe('a dead endpoint', () => {
  it('delays nobody else', async () => {
    await listen(hang);
    const refusing = await listen();
    await refusing.receiver.close();
    const { received } = await listen();
    startPump();
    const ids = await Promise.all(Array.from({ length: 40 }, () => addStore(world)));
    const startedMs = performance.now();
    await Promise.all(ids.map((id) => world.happen(id, 'quick')));
    await eventually(() => expect(texts(received).filter((text) => text === 'quick')).toHaveLength(40));
    expect(performance.now() - startedMs).toBeLessThan(limitMs(5000));
  });
});
