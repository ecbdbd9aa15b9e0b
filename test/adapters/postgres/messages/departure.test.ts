/** Messages are queued, and leave days later: each is judged as it leaves. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreMessage } from '../../../../activities/contract.ts';
import { reason, type Reason } from '../../../../domain/reasons.ts';
import { dayMs } from '../../../../domain/schedule.ts';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  markSent,
  openStoreHarness,
  publicUrl,
  type StoreHarness,
  yearMs,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const revoked: Reason = reason('authorization_revoked', { sellerId: 'A1' });

/** A store whose year ends in so many days, and its siblings. */
async function storesWith(daysLeft: number, countries: readonly ('US' | 'CA' | 'MX')[] = ['US']) {
  const seller = `A${randomUUID().slice(0, 8)}`;
  const authorizedAt = new Date(Date.now() + daysLeft * dayMs - yearMs).toISOString();
  const ids: string[] = [];
  for (const country of countries) {
    const storeId = await addStore(harness, { country, secondEmail: 'second@example.com' });
    await connectStore(harness, storeId, seller, authorizedAt);
    ids.push(storeId);
  }
  const [storeId = ''] = ids;
  const { expiresAt = '' } = await findStore(harness, storeId);
  return { seller, ids, storeId, expiresAt };
}

function reminder(storeId: string, expiresAt: string, days: number, linkValidUntil = inDays(1)): StoreMessage {
  return { kind: 'renewal', storeId, key: `renewal/${storeId}/${days}`, days, expiresAt, linkValidUntil };
}

async function queue(message: StoreMessage): Promise<string> {
  const { messageId } = await harness.messages.queueMessage(message);
  if (!messageId) throw new Error('Nothing was queued');
  return messageId;
}

const entriesOf = async (storeId: string) =>
  (await harness.stores.listTimeline(storeId, { limit: 50 })).items
    .filter(({ what }) => what.startsWith('message_'))
    .map(({ what, params }) => ({ what, params }));

const linkOf = async (url = '') => harness.connectLinks.findLink(url.slice(`${publicUrl}/connect/`.length));

const disconnect = (storeId: string, why = revoked) =>
  harness.stores.recordChange(changeOf(storeId, { status: 'disconnected', reason: why }));

describe('a reminder that leaves late', () => {
  it.each([
    [29.99, -30],
    [15.2, -15],
    [0.3, -1],
    [-0.3, 0],
    [-5.5, 5],
  ])('with %f days left says %i', async (daysLeft, days) => {
    const { storeId, expiresAt } = await storesWith(daysLeft);
    const loaded = await harness.messages.loadMessage(await queue(reminder(storeId, expiresAt, -30)));
    expect(loaded?.content).toEqual({ kind: 'renewal', days, expiresAt });
  });

  it('also goes to the second contact when the end has come near meanwhile', async () => {
    const { storeId, expiresAt } = await storesWith(2);
    const loaded = await harness.messages.loadMessage(await queue(reminder(storeId, expiresAt, -30)));
    expect(loaded?.to).toContain('second@example.com');
  });

  it('is dropped when a newer one of the authorization is queued, which the timeline says once', async () => {
    const { storeId, expiresAt } = await storesWith(0.5);
    const older = await Promise.all([queue(reminder(storeId, expiresAt, -3)), queue(reminder(storeId, expiresAt, -2))]);
    const newest = await queue(reminder(storeId, expiresAt, -1));
    for (const messageId of [...older, ...older]) expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
    const superseded = { what: 'message_dropped', params: { email: 'renewal', why: 'superseded' } };
    expect(await entriesOf(storeId)).toEqual([superseded, superseded]);
    expect(await harness.messages.loadMessage(newest)).toBeDefined();
  });

  it('is dropped when a newer one was sent', async () => {
    const { storeId, expiresAt } = await storesWith(0.5);
    const older = await queue(reminder(storeId, expiresAt, -3));
    await markSent(harness, await queue(reminder(storeId, expiresAt, -1)));
    expect(await harness.messages.loadMessage(older)).toBeUndefined();
  });

  it('is sent when the newer one was dropped or could not be delivered', async () => {
    const { storeId, expiresAt } = await storesWith(0.5);
    const older = await queue(reminder(storeId, expiresAt, -3));
    await harness.messages.markMessageFailed(await queue(reminder(storeId, expiresAt, -1)));
    expect(await harness.messages.loadMessage(older)).toBeDefined();
  });

  it('is dropped when the seller has renewed', async () => {
    const { storeId, expiresAt } = await storesWith(3);
    const messageId = await queue(reminder(storeId, expiresAt, -3));
    const authorization = { authorizedAt: inDays(0), expiresAt: inDays(365) };
    await harness.stores.recordChange(changeOf(storeId, { authorization }));
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
    const entry = { what: 'message_dropped', params: { email: 'renewal', why: 'renewed' } };
    expect(await entriesOf(storeId)).toEqual([entry]);
    await harness.messages.markMessageFailed(messageId);
    expect(await entriesOf(storeId)).toEqual([entry]);
  });

  it('says for each store whether it was in the e-mail', async () => {
    const { ids, storeId, expiresAt } = await storesWith(3, ['US', 'CA']);
    const [, sibling = ''] = ids;
    const messageId = await queue(reminder(storeId, expiresAt, -3));
    await disconnect(sibling);
    await markSent(harness, messageId);
    expect(await entriesOf(storeId)).toMatchObject([{ what: 'message_sent' }]);
    expect(await entriesOf(sibling)).toMatchObject([{ what: 'message_dropped', params: { why: 'disconnected' } }]);
  });
});

describe('the link of a message that leaves late', () => {
  it('is a fresh one when it has ended, valid until the next reminder', async () => {
    const { storeId, expiresAt } = await storesWith(10);
    const messageId = await queue(reminder(storeId, expiresAt, -30, new Date(Date.now() - 1000).toISOString()));
    const loaded = await harness.messages.loadMessage(messageId);
    const link = await linkOf(loaded?.link);
    expect(link).toMatchObject({ storeId, expiresAt: loaded?.linkValidUntil });
    expect((Date.parse(loaded?.linkValidUntil ?? '') - Date.now()) / dayMs).toBeCloseTo(3, 1);
    expect((await harness.messages.loadMessage(messageId))?.linkValidUntil).toBe(loaded?.linkValidUntil);
    expect((await harness.messages.loadMessage(messageId))?.link).toBe(loaded?.link);
  });

  it('is a fresh one when the links of the store were ended', async () => {
    const { storeId, expiresAt } = await storesWith(10);
    const messageId = await queue(reminder(storeId, expiresAt, -14));
    await harness.database('connect_links').where({ store_id: storeId }).delete();
    expect(await linkOf((await harness.messages.loadMessage(messageId))?.link)).toMatchObject({ storeId });
  });
});

describe('a request to reconnect', () => {
  function again(storeId: string, why = revoked) {
    return { kind: 'connect_again', storeId, key: `disconnected/${storeId}/${randomUUID()}`, reason: why } as const;
  }

  it('is dropped when the store is connected again', async () => {
    const { storeId } = await storesWith(100);
    await disconnect(storeId);
    const messageId = await queue(again(storeId));
    await harness.stores.recordChange(changeOf(storeId, { status: 'active' }));
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
    expect(await entriesOf(storeId)).toEqual([
      { what: 'message_dropped', params: { email: 'connect_again', why: 'connected' } },
    ]);
  });

  it('about a renewal that failed says that the store is connected for as long as it is', async () => {
    const { storeId } = await storesWith(10);
    const why = reason('no_refresh_token');
    const messageId = await queue({ ...again(storeId, why), connection: 'kept' });
    const content = { kind: 'connect_again', reason: why };
    expect((await harness.messages.loadMessage(messageId))?.content).toEqual({ ...content, connection: 'kept' });
    await harness.stores.recordChange(changeOf(storeId, { status: 'expired' }));
    expect((await harness.messages.loadMessage(messageId))?.content).toEqual(content);
  });

  it('is one message for all stores of the authorization, whichever confirms the revocation first', async () => {
    const { ids } = await storesWith(100, ['US', 'CA', 'MX']);
    const [first = '', second = '', third = ''] = ids;
    await disconnect(first);
    const messageId = await queue(again(first));
    await disconnect(second);
    expect(await queue(again(second))).toBe(messageId);
    const loaded = await harness.messages.loadMessage(messageId);
    expect(loaded?.stores.map(({ storeId }) => storeId).toSorted()).toEqual(ids.toSorted());
    await markSent(harness, messageId);
    await disconnect(third);
    expect(await harness.messages.queueMessage(again(third))).toEqual({});
    for (const storeId of ids) expect(await entriesOf(storeId)).toMatchObject([{ what: 'message_sent' }]);
  });

  it('is another message after the seller has reconnected and revoked again', async () => {
    const { storeId, seller } = await storesWith(100);
    await disconnect(storeId);
    const before = await queue(again(storeId));
    await markSent(harness, before);
    await connectStore(harness, storeId, seller);
    await disconnect(storeId);
    expect(await queue(again(storeId))).not.toBe(before);
  });

  it('is not sent to a store that an admin has disconnected', async () => {
    const storeId = await addStore(harness);
    const messageId = await queue(again(storeId, reason('code_expired')));
    await disconnect(storeId, reason('disconnected_by_admin'));
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
  });

  it('after a code that expired is sent to a store that still works, and dropped once it is renewed', async () => {
    const { storeId, seller } = await storesWith(100);
    const messageId = await queue(again(storeId, reason('code_expired')));
    expect(await harness.messages.loadMessage(messageId)).toBeDefined();
    await connectStore(harness, storeId, seller, inDays(0.001));
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
  });
});

it('a connect link is dropped when the store was connected meanwhile', async () => {
  const { storeId, seller } = await storesWith(-5);
  const { messageId } = await harness.messages.queueConnectLink(storeId);
  await connectStore(harness, storeId, seller, inDays(0.001));
  expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
});
