import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileProject } from '../../setup/compiled.ts';
import { eventually } from '../../setup/eventually.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { addStore } from '../postgres/store-world.ts';
import { hang, type Received, startReceiver } from './receiver.ts';
import { openWebhookWorld, type WebhookWorld } from './webhook-world.ts';

let world: WebhookWorld;
let compiledDir: string;
const cleanUps: (() => unknown)[] = [];
beforeAll(async () => {
  compiledDir = compileProject();
  world = await openWebhookWorld();
}, limitMs(120_000));
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(async () => {
  await world.close();
  rmSync(compiledDir, { recursive: true, force: true });
});

async function listen() {
  const receiver = await startReceiver();
  const { webhookId } = await world.register(receiver.url);
  cleanUps.push(receiver.close, () => world.webhooks.removeWebhook(webhookId));
  return receiver;
}

const texts = (received: readonly Received[]) => received.map(({ data }) => data.text);

/** A process of its own that delivers until it is killed. */
function spawnPump() {
  const program = `
    const load = (path) => import('${compiledDir}/adapters/' + path);
    const { openDatabase } = await load('postgres/database.js');
    const { createWebhookSessions } = await load('postgres/keep-webhook-session.js');
    const { createWebhookOutbox } = await load('postgres/webhook-outbox.js');
    const { createSecretBox } = await load('secrets/secret-box.js');
    const { createWebhookSender } = await load('webhooks/send-webhook.js');
    const { startWebhookPump } = await load('webhooks/start-webhook-pump.js');
    const { createWebhookTargets } = await load('webhooks/webhook-targets.js');
    const { DATABASE, KEY } = process.env;
    const box = createSecretBox([{ kid: 'test', key: new Uint8Array(Buffer.from(KEY, 'base64')) }]);
    startWebhookPump({
      outbox: createWebhookOutbox(openDatabase(DATABASE), box, false),
      send: createWebhookSender(createWebhookTargets(true)).send,
      keepSession: createWebhookSessions(DATABASE, () => undefined),
      log: { warn: console.error },
    });`;
  const pump = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { DATABASE: world.url, KEY: Buffer.from(world.keys[0]?.key ?? []).toString('base64') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cleanUps.push(() => pump.kill('SIGKILL'));
  return pump;
}

describe('a process that is killed with -9 between sending and noting', () => {
  it('is followed by one that sends the same again, and then the rest in order', async () => {
    const receiver = await listen();
    const { received } = receiver;
    const storeId = await addStore(world);
    for (const text of ['1', '2', '3']) await world.happen(storeId, text);
    const pump = spawnPump();
    receiver.answer = (told, response, count) => {
      if (told.data.text !== '2' || pump.killed) return;
      pump.kill('SIGKILL');
      hang(told, response, count);
    };
    await once(pump, 'exit');
    expect(texts(received)).toEqual(['Something happened.', '1', '2']);
    cleanUps.push(world.startPump().close);
    await eventually(() => expect(texts(received)).toEqual(['Something happened.', '1', '2', '2', '3']));
    const [before, after] = received.filter(({ data }) => data.text === '2');
    expect(after?.headers['webhook-id']).toBe(before?.headers['webhook-id']);
    expect(after?.body).toBe(before?.body);
  });
});

describe('processes beside each other', () => {
  it('share the endpoints: everything comes once and in order', async () => {
    const receivers = await Promise.all([listen(), listen(), listen(), listen()]);
    for (let count = 0; count < 3; count += 1) cleanUps.push(world.startPump().close);
    const ids = await Promise.all(Array.from({ length: 5 }, () => addStore(world)));
    const numbers = Array.from({ length: 10 }, (_, index) => String(index));
    await Promise.all(
      ids.map(async (id) => {
        for (const text of numbers) await world.happen(id, text);
      }),
    );
    for (const { received } of receivers) {
      await eventually(() => expect(received).toHaveLength(55));
      for (const id of ids)
        expect(texts(received.filter(({ data }) => data.id === id))).toEqual(['Something happened.', ...numbers]);
    }
  });

  it('pass an endpoint on when one ends, and go on when their connection is lost', async () => {
    const receiver = await listen();
    const { received } = receiver;
    const storeId = await addStore(world);
    const first = world.startPump();
    await eventually(() => expect(received).toHaveLength(1));
    cleanUps.push(world.startPump().close);
    await first.close();
    receiver.answer = (told, response, count) => {
      if (count === 2) hang(told, response, count);
    };
    await world.happen(storeId, 'second');
    await eventually(() => expect(texts(received)).toContain('second'));
    await eventually(async () => {
      const killed = await world.database.raw(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where application_name = 'perennial-webhook-turns' and datname = current_database()`,
      );
      expect(killed.rowCount).toBe(1);
    });
    await world.happen(storeId, 'third');
    const all = ['Something happened.', 'second', 'second', 'third'];
    await eventually(() => expect(texts(received)).toEqual(all), { timeoutMs: 4000 });
  });
});
