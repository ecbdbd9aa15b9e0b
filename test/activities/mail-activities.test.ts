import { ApplicationFailure } from '@temporalio/activity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStore, changeOf, inOneHour, publicUrl } from '../adapters/postgres/store-harness.ts';
import { openActivityHarness, runActivities, type ActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
let run: ReturnType<typeof runActivities>;

beforeAll(async () => {
  harness = await openActivityHarness();
  run = runActivities(harness.deps);
});
afterAll(() => harness.close());

/** A connected store with a queued renewal request; `messageId`: the delivery that was started. */
async function queued(email: string) {
  const storeId = await addStore(harness, { email });
  const { consentId } = await harness.giveConsent(storeId, `seller-${storeId}@example.com`);
  await run.exchangeAuthorizationCode(consentId);
  await run.verifyConnection(consentId);
  const adopted = await run.adoptAuthorization(consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(storeId, { status: 'renewal_due', authorization: { authorizedAt, expiresAt } }));
  const message = {
    kind: 'renewal',
    storeId,
    key: `renewal/${storeId}`,
    days: -30,
    expiresAt,
    linkValidUntil: inOneHour(),
  } as const;
  await run.queueMessage(message);
  const messageId = harness.startedDeliveries.at(-1) ?? '';
  return { storeId, messageId, message };
}

it('delivers the renewal request to the store’s address, with a link that starts its consent', async () => {
  const { storeId, messageId } = await queued('merchant@example.com');
  await run.deliverMessage(messageId);
  const [mail, ...others] = await harness.mailTo('merchant@example.com');
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['merchant@example.com']);
  const [, token = ''] = new RegExp(`${publicUrl}/connect/([\\w-]+)`).exec(mail?.text ?? '') ?? [];
  expect(await harness.connectLinks.findLink(token)).toMatchObject({ storeId });
  expect(await harness.timelineEntries(storeId, 'message_sent')).toHaveLength(1);
});

it('sends an e-mail only once', async () => {
  const { messageId, message } = await queued('once@example.com');
  await run.deliverMessage(messageId);
  await run.deliverMessage(messageId);
  const count = harness.startedDeliveries.length;
  await run.queueMessage(message);
  expect(harness.startedDeliveries).toHaveLength(count);
  expect(await harness.mailTo('once@example.com')).toHaveLength(1);
});

it('is retried while the mail server is down, adds one timeline entry, and is delivered when it is back', async () => {
  const { storeId, messageId } = await queued('late@example.com');
  await harness.stopMail();
  for (const _attempt of [1, 2]) {
    const failure = await run.deliverMessage(messageId).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'mail', nonRetryable: false });
  }
  expect(await harness.timelineEntries(storeId, 'message_delayed')).toHaveLength(1);
  await harness.startMail();
  await run.deliverMessage(messageId);
  expect(await harness.mailTo('late@example.com')).toHaveLength(1);
  expect(await harness.timelineEntries(storeId, 'message_sent')).toHaveLength(1);
});

it('adds a timeline entry when an e-mail is given up', async () => {
  const { storeId, messageId } = await queued('never@example.com');
  await run.giveUpMessage(messageId);
  expect(await harness.timelineEntries(storeId, 'message_failed')).toHaveLength(1);
});
