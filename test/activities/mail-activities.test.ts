import { ApplicationFailure } from '@temporalio/activity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStore, changeOf, inOneHour, publicUrl } from '../adapters/postgres/store-harness.ts';
import { openActivityWorld, runActivities, type ActivityWorld } from './activity-harness.ts';

let world: ActivityWorld;
let run: ReturnType<typeof runActivities>;

beforeAll(async () => {
  world = await openActivityWorld();
  run = runActivities(world.deps);
});
afterAll(() => world.close());

/** A store that works, with a renewal request queued for it; `messageId` is what was dispatched. */
async function queued(email: string) {
  const storeId = await addStore(world, { email });
  const { consentId } = await world.agree(storeId, `seller-${storeId}@example.com`);
  await run.exchangeAuthorizationCode(consentId);
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
  const messageId = world.dispatched.at(-1) ?? '';
  return { storeId, messageId, message };
}

it('delivers the renewal request to the store’s address, with a link that leads to its consent', async () => {
  const { storeId, messageId } = await queued('merchant@example.com');
  await run.deliverMessage(messageId);
  const [mail, ...more] = await world.mailTo('merchant@example.com');
  expect(more).toEqual([]);
  expect(mail?.to).toEqual(['merchant@example.com']);
  const [, token = ''] = new RegExp(`${publicUrl}/connect/([\\w-]+)`).exec(mail?.text ?? '') ?? [];
  expect(await world.links.findLink(token)).toMatchObject({ storeId });
  expect(await world.notes(storeId, 'message_sent')).toHaveLength(1);
});

it('sends nothing more for a message that was sent', async () => {
  const { messageId, message } = await queued('once@example.com');
  await run.deliverMessage(messageId);
  await run.deliverMessage(messageId);
  const asked = world.dispatched.length;
  await run.queueMessage(message);
  expect(world.dispatched).toHaveLength(asked);
  expect(await world.mailTo('once@example.com')).toHaveLength(1);
});

it('is retried while the mail server is away, says so once, and delivers when it is back', async () => {
  const { storeId, messageId } = await queued('late@example.com');
  await world.stopMail();
  for (const _attempt of [1, 2]) {
    const failure = await run.deliverMessage(messageId).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'mail', nonRetryable: false });
  }
  expect(await world.notes(storeId, 'message_delayed')).toHaveLength(1);
  await world.startMail();
  await run.deliverMessage(messageId);
  expect(await world.mailTo('late@example.com')).toHaveLength(1);
  expect(await world.notes(storeId, 'message_sent')).toHaveLength(1);
});

it('says on the timeline that a message was given up', async () => {
  const { storeId, messageId } = await queued('never@example.com');
  await run.giveUpMessage(messageId);
  expect(await world.notes(storeId, 'message_failed')).toHaveLength(1);
});
