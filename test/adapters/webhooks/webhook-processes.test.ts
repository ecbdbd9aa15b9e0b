import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileProject } from '../../setup/compile-project.ts';
import { eventually } from '../../setup/eventually.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { addStore } from '../postgres/store-harness.ts';
import { hang, type Received, startReceiver } from './receiver.ts';
import { openWebhookHarness, type WebhookHarness } from './webhook-harness.ts';

let harness: WebhookHarness;
let compiledDir: string;
const cleanUps: (() => unknown)[] = [];
beforeAll(async () => {
  compiledDir = compileProject();
  harness = await openWebhookHarness();
}, limitMs(120_000));
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(async () => {
  await harness.close();
  rmSync(compiledDir, { recursive: true, force: true });
});

async function listen() {
  const receiver = await startReceiver();
  const { webhookId } = await harness.register(receiver.url);
  cleanUps.push(receiver.close, () => harness.webhooks.removeWebhook(webhookId));
  return receiver;
}

const names = (received: readonly Received[]) => received.map(({ name }) => name);

/** A separate process that delivers until it is killed. */
function spawnDispatcher() {
  const program = `
    const load = (path) => import('${compiledDir}/adapters/' + path);
    const { openDatabase } = await load('postgres/db/database.js');
    const { createWebhookSessions } = await load('postgres/webhooks/sessions.js');
    const { createWebhookOutbox } = await load('postgres/webhooks/outbox.js');
    const { createSecretVault } = await load('secrets/secret-vault.js');
    const { WebhookSender } = await load('webhooks/webhook-sender.js');
    const { startWebhookDispatcher } = await load('webhooks/webhook-dispatcher.js');
    const { WebhookUrlPolicy } = await load('webhooks/webhook-url-policy.js');
    const { DATABASE, KEY } = process.env;
    const vault = createSecretVault([{ kid: 'test', key: new Uint8Array(Buffer.from(KEY, 'base64')) }]);
    startWebhookDispatcher({
      outbox: createWebhookOutbox(openDatabase(DATABASE), vault, false),
      sender: new WebhookSender(new WebhookUrlPolicy(true)),
      withSession: createWebhookSessions(DATABASE, () => undefined),
      log: { warn: console.error },
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { DATABASE: harness.url, KEY: Buffer.from(harness.keys[0]?.key ?? []).toString('base64') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cleanUps.push(() => child.kill('SIGKILL'));
  return child;
}

describe('a process that is killed between the response and saving the result', () => {
  it('is succeeded by one that sends the same event again, then the rest in order', async () => {
    const receiver = await listen();
    const { received } = receiver;
    const storeId = await addStore(harness);
    for (const name of ['1', '2', '3']) await harness.recordEvent(storeId, name);
    const dispatcher = spawnDispatcher();
    receiver.respond = (event, response, count) => {
      if (event.name !== '2' || dispatcher.killed) return;
      dispatcher.kill('SIGKILL');
      hang(event, response, count);
    };
    await once(dispatcher, 'exit');
    expect(names(received)).toEqual(['created', '1', '2']);
    cleanUps.push(harness.startDispatcher().close);
    await eventually(() => expect(names(received)).toEqual(['created', '1', '2', '2', '3']));
    const [before, after] = received.filter(({ name }) => name === '2');
    expect(after?.headers['webhook-id']).toBe(before?.headers['webhook-id']);
    expect(after?.body).toBe(before?.body);
  });
});

describe('concurrent processes', () => {
  it('share the endpoints: every event is sent once and in order', async () => {
    const receivers = await Promise.all([listen(), listen(), listen(), listen()]);
    for (let count = 0; count < 3; count += 1) cleanUps.push(harness.startDispatcher().close);
    const ids = await Promise.all(Array.from({ length: 5 }, () => addStore(harness)));
    const numbers = Array.from({ length: 10 }, (_, index) => String(index));
    await Promise.all(
      ids.map(async (id) => {
        for (const name of numbers) await harness.recordEvent(id, name);
      }),
    );
    for (const { received } of receivers) {
      await eventually(() => expect(received).toHaveLength(55));
      for (const id of ids)
        expect(names(received.filter(({ data }) => data.id === id))).toEqual(['created', ...numbers]);
    }
  });

  it('take over endpoints when one ends, and continue when their connection is lost', async () => {
    const receiver = await listen();
    const { received } = receiver;
    const storeId = await addStore(harness);
    const first = harness.startDispatcher();
    await eventually(() => expect(received).toHaveLength(1));
    cleanUps.push(harness.startDispatcher().close);
    await first.close();
    receiver.respond = (event, response, count) => {
      if (count === 2) hang(event, response, count);
    };
    await harness.recordEvent(storeId, 'second');
    await eventually(() => expect(names(received)).toContain('second'));
    await eventually(async () => {
      const killed = await harness.database.raw(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where application_name = 'perennial-webhook-turns' and datname = current_database()`,
      );
      expect(killed.rowCount).toBe(1);
    });
    await harness.recordEvent(storeId, 'third');
    const all = ['created', 'second', 'second', 'third'];
    await eventually(() => expect(names(received)).toEqual(all), { timeoutMs: 4000 });
  });
});
