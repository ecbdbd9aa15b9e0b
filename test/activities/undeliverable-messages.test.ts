/** A mail server that refuses addresses for good: the people who can act are informed, and nobody reads anything untrue. */
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SmtpMailer } from '../../adapters/mail/smtp-mailer.ts';
import { locales } from '../../locales/index.ts';
import { alarmText } from '../../locales/alarm-text.ts';
import {
  addStore,
  changeOf,
  connectStore,
  dumpDatabase,
  findStore,
  inOneHour,
} from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, openActivityHarness, operatorEmail, runActivities } from './activity-harness.ts';

let harness: ActivityHarness;
let server: SMTPServer;
let mailer: SmtpMailer;
let run: ReturnType<typeof runActivities>;
const refused = new Map<string, number>();
const received: string[] = [];

beforeAll(async () => {
  harness = await openActivityHarness();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const responseCode = refused.get(address);
      if (responseCode) return done(Object.assign(new Error(`no mailbox ${address}`), { responseCode }));
      received.push(address);
      return done();
    },
    onData(stream, _session, done) {
      stream.resume().on('end', () => done());
    },
  }).on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  mailer = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'perennial@example.com' });
  run = runActivities({ ...harness.deps, mailer });
});
beforeEach(() => harness.webhooks.addWebhook({ url: 'https://example.com/', types: ['alarm.opened', 'alarm.closed'] }));
afterEach(async () => {
  refused.clear();
  received.length = 0;
  await harness.database('webhook_deliveries').delete();
  await harness.database('webhooks').delete();
  await harness.database('webhook_events').delete();
  await harness.database('alarms').delete();
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await harness.close();
});

/** A store whose year ends in a month, and a function that delivers a reminder to it. */
async function storeToRemind(settings: { secondEmail?: string } = {}) {
  const email = `${randomUUID()}@example.com`;
  const storeId = await addStore(harness, { email, ...settings });
  await connectStore(harness, storeId, `A${randomUUID()}`);
  const { expiresAt = '' } = await findStore(harness, storeId);
  async function remind(days: number): Promise<unknown> {
    const key = `renewal/${storeId}/${days}`;
    await run.queueMessage({ kind: 'renewal', storeId, key, days, expiresAt, linkValidUntil: inOneHour() });
    const messageId = harness.startedDeliveries.at(-1) ?? '';
    try {
      await run.deliverMessage(messageId);
      return 'delivered';
    } catch (error) {
      await run.giveUpMessage(messageId);
      return error;
    }
  }
  return { storeId, email, remind };
}

const openAlarms = async () =>
  (await harness.alarms.listAlarms({ limit: 10 })).items.filter(({ closedAt }) => closedAt === undefined);
const entriesOf = async (storeId: string) =>
  (await harness.stores.listTimeline(storeId, { limit: 50 })).items
    .filter(({ what }) => what.startsWith('message_'))
    .map(({ what, params }) => ({ what, params }));

async function webhookEvents(): Promise<readonly unknown[]> {
  const bodies = await harness.database('webhook_events').orderBy('created_at').pluck<string[]>('body');
  return bodies.map((body): unknown => JSON.parse(body));
}

describe('the only contact of a store is refused for good', () => {
  it('is one truthful timeline entry and an open alarm', async () => {
    const { storeId, email, remind } = await storeToRemind();
    refused.set(email, 550);
    const failure = await remind(-30);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ nonRetryable: true, message: expect.stringContaining('550 to RCPT TO') });
    expect(JSON.stringify(failure) + String(failure)).not.toContain(email);
    expect(await entriesOf(storeId)).toEqual([
      { what: 'message_failed', params: { email: 'renewal', isRefused: true } },
    ]);
    const { name } = await findStore(harness, storeId);
    const params = { storeId, store: name, contact: 'email', cause: 'refused' } as const;
    expect(await openAlarms()).toMatchObject([{ kind: 'message_undeliverable', params }]);
    for (const locale of locales) {
      const text = alarmText({ kind: 'message_undeliverable', params }, locale);
      expect(text).toContain(name);
      expect(text).toContain(`PATCH /v1/stores/${storeId}`);
    }
    for (const table of ['alarms', 'alarm_notices', 'timeline', 'webhook_events'])
      expect(JSON.stringify(await harness.database(table))).not.toContain(email);
  });

  it('is sent to webhooks when it opens and when a later e-mail arrives', async () => {
    const { storeId, email, remind } = await storeToRemind();
    refused.set(email, 550);
    await remind(-30);
    await remind(-14);
    expect(await openAlarms()).toHaveLength(1);
    refused.clear();
    expect(await remind(-7)).toBe('delivered');
    expect(await openAlarms()).toEqual([]);
    const data = { kind: 'message_undeliverable', text: expect.stringContaining(storeId) };
    expect(await webhookEvents()).toMatchObject([
      { type: 'alarm.opened', data },
      { type: 'alarm.closed', data: { ...data, closedAt: expect.any(String) } },
    ]);
  });

  it('is e-mailed to the operators', async () => {
    const { email, remind } = await storeToRemind();
    refused.set(email, 550);
    await remind(-30);
    for (const messageId of await harness.notices.listNoticesToDispatch()) await run.deliverMessage(messageId);
    expect(received).toContain(operatorEmail);
  });

  it('is over when the address of the store is changed', async () => {
    const { storeId, email, remind } = await storeToRemind();
    refused.set(email, 550);
    await remind(-30);
    await harness.stores.changeSettings(storeId, { name: `Renamed ${storeId}` }, async () => undefined);
    expect(await openAlarms()).toHaveLength(1);
    await harness.stores.changeSettings(storeId, { email: 'right@example.com' }, async () => undefined);
    expect(await openAlarms()).toEqual([]);
  });

  it('is over when the store is deleted', async () => {
    const { storeId, email, remind } = await storeToRemind();
    refused.set(email, 550);
    await remind(-30);
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted', enabled: false }));
    expect(await openAlarms()).toEqual([]);
    expect(await dumpDatabase(harness.database)).not.toContain(email);
  });
});

describe('one of two contacts is refused for good', () => {
  it('the second contact receives the e-mail, which the timeline says, and the next ones', async () => {
    const { storeId, email, remind } = await storeToRemind({ secondEmail: 'Owner@example.com' });
    refused.set(email, 550);
    expect(await remind(-30)).toBe('delivered');
    expect(received).toEqual(['owner@example.com']);
    expect(await entriesOf(storeId)).toEqual([
      { what: 'message_sent', params: { email: 'renewal', onlyTo: 'secondEmail' } },
    ]);
    expect(await openAlarms()).toMatchObject([{ kind: 'message_undeliverable', params: { contact: 'email' } }]);
    refused.clear();
    expect(await remind(-14)).toBe('delivered');
    expect(received.toSorted()).toEqual(['owner@example.com', 'owner@example.com', email].toSorted());
    expect(await openAlarms()).toEqual([]);
  });

  it('a refused second contact is an alarm of its own', async () => {
    const { storeId, email, remind } = await storeToRemind({ secondEmail: 'gone@example.com' });
    refused.set('gone@example.com', 550);
    expect(await remind(-3)).toBe('delivered');
    expect(received).toEqual([email]);
    expect(await openAlarms()).toMatchObject([{ params: { storeId, contact: 'secondEmail' } }]);
    await harness.stores.changeSettings(storeId, { secondEmail: null }, async () => undefined);
    expect(await openAlarms()).toEqual([]);
  });
});

it('an e-mail that is given up after three days opens the alarm, and says that it is not a refusal', async () => {
  const { storeId, email, remind } = await storeToRemind();
  refused.set(email, 450);
  await remind(-30);
  expect((await entriesOf(storeId)).map(({ what }) => what)).toEqual(['message_failed', 'message_delayed']);
  expect(await openAlarms()).toMatchObject([{ params: { storeId, cause: 'unanswered' } }]);
});

it('operators receive one e-mail when a mail server that is down for days gives up many', async () => {
  for (const { email, remind } of [await storeToRemind(), await storeToRemind()]) {
    refused.set(email, 450);
    await remind(-30);
  }
  expect(await openAlarms()).toHaveLength(2);
  expect(await harness.notices.listNoticesToDispatch()).toHaveLength(1);
});
