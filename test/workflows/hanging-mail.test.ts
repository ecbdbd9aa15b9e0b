/** A worker whose mail server never answers. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutgoingMessage } from '../../activities/ports.ts';
import { SmtpMailer } from '../../adapters/mail/smtp-mailer.ts';
import { messageWorkflowId } from '../../domain/ids.ts';
import { messageDelivery } from '../../workflows/index.ts';
import { findStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { type RealWorker, startRealWorker } from './real-worker.ts';

/** More than the slots of a worker that has one queue. */
const waitingMails = 150;
const sockets: Socket[] = [];
let silentServer: Server;
let mailer: SmtpMailer;
let worker: RealWorker;

beforeAll(async () => {
  silentServer = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  const { port } = silentServer.address() as AddressInfo;
  mailer = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Perennial <perennial@example.com>' });
  worker = await startRealWorker({
    deps: ({ messages }) => ({ mailer, messages: { ...messages, loadMessage: async (id) => messageOf(id) } }),
  });
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silentServer.close();
  mailer.close();
  await worker.close();
});

function messageOf(messageId: string): OutgoingMessage {
  const store = { storeId: randomUUID(), name: 'Amazon Store USA', country: 'US', website: 'base' } as const;
  return {
    messageId,
    to: ['seller@example.com'],
    stores: [store],
    link: 'http://perennial.test/connect/link',
    linkValidUntil: new Date(Date.now() + 86_400_000).toISOString(),
    content: { kind: 'connect_link' },
  };
}

test('a consent is exchanged at once while a mail server hangs and more mails wait than a worker has slots', async () => {
  const { client, harness, taskQueue } = worker;
  const { storeId, handle } = await worker.startStore();
  const mails = Array.from({ length: waitingMails }, () => randomUUID());
  for (const messageId of mails)
    await client.workflow.start(messageDelivery, {
      workflowId: messageWorkflowId(messageId),
      taskQueue,
      args: [{ v: 1, messageId }],
    });
  await eventually(() => expect(sockets.length).toBeGreaterThan(0));

  const hanging = [...sockets];
  await worker.consent(handle, storeId, `seller-${randomUUID()}@example.com`);
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('active'));
  // It has waited for no mail: the first ones still hang.
  expect(hanging.map(({ destroyed }) => destroyed)).toEqual(hanging.map(() => false));

  await Promise.all([
    handle.terminate(),
    ...mails.map((messageId) => client.workflow.getHandle(messageWorkflowId(messageId)).terminate()),
  ]);
});
