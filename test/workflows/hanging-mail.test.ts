/** A worker on the real Temporal server, PostgreSQL and simulated Amazon, with a mail server that never answers. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import type { OutgoingMessage } from '../../activities/ports.ts';
import { SmtpMailer } from '../../adapters/mail/smtp-mailer.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { messageWorkflowId, storeWorkflowId } from '../../domain/ids.ts';
import { messageDelivery, storeOnboarding } from '../../workflows/index.ts';
import { authorizationGranted } from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { type ActivityHarness, openActivityHarness } from '../activities/activity-harness.ts';
import { findStore, requestStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';

/** More than the slots of a worker that has one queue. */
const waitingMails = 150;
const taskQueue = uniqueTaskQueue();
const sockets: Socket[] = [];
let silentServer: Server;
let mailer: SmtpMailer;
let harness: ActivityHarness;
let client: Client;
let connection: NativeConnection;
let worker: WorkerGroup;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  silentServer = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  const { port } = silentServer.address() as AddressInfo;
  mailer = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Perennial <perennial@example.com>' });
  const address = temporalAddress();
  connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address }) });
  harness = await openActivityHarness();
  const messages = { ...harness.messages, loadMessage: async (messageId: string) => messageOf(messageId) };
  const activities = createActivities({ ...harness.deps, messages, mailer });
  worker = await WorkerGroup.create({ connection, taskQueue, workflowBundle: workflowBundle(), activities });
  running = worker.run();
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silentServer.close();
  mailer.close();
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await harness.close();
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
  const storeId = await requestStore(harness);
  const handle = client.workflow.getHandle(storeWorkflowId(storeId));
  await client.workflow.start(storeOnboarding, {
    workflowId: handle.workflowId,
    taskQueue,
    args: [{ v: 1, storeId, name: 'Amazon Store USA', website: 'base', country: 'US' }],
  });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('awaiting_authorization'));
  const mails = Array.from({ length: waitingMails }, () => randomUUID());
  for (const messageId of mails)
    await client.workflow.start(messageDelivery, {
      workflowId: messageWorkflowId(messageId),
      taskQueue,
      args: [{ v: 1, messageId }],
    });
  await eventually(() => expect(sockets.length).toBeGreaterThan(0));

  const { consentId, sellerId } = await harness.giveConsent(storeId, `seller-${randomUUID()}@example.com`);
  const startedAt = performance.now();
  await handle.signal(authorizationGranted, { consentId, sellingPartnerId: sellerId });
  await eventually(async () => expect((await findStore(harness, storeId)).status).toBe('active'));
  expect(performance.now() - startedAt).toBeLessThan(limitMs(5000));

  await Promise.all([
    handle.terminate(),
    ...mails.map((messageId) => client.workflow.getHandle(messageWorkflowId(messageId)).terminate()),
  ]);
});
