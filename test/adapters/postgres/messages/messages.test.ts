import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreMessage } from '../../../../activities/contract.ts';
import { reason } from '../../../../domain/reasons.ts';
import {
  addStore,
  changeOf,
  connectStore,
  findStore,
  inOneHour,
  markSent,
  openStoreHarness,
  publicUrl,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

async function sellerWithThreeStores() {
  const seller = `A${randomUUID().slice(0, 8)}`;
  const us = await addStore(harness, { country: 'US', email: 'one@example.com' });
  const ca = await addStore(harness, { country: 'CA', email: 'two@example.com' });
  const mx = await addStore(harness, { country: 'MX', email: 'ONE@example.com' });
  const at = new Date().toISOString();
  for (const id of [us, ca, mx]) await connectStore(harness, id, seller, at);
  return { seller, us, ca, mx, expiresAt: (await findStore(harness, us)).expiresAt ?? '' };
}

function renewal(storeId: string, expiresAt: string): Extract<StoreMessage, { kind: 'renewal' }> {
  return { kind: 'renewal', storeId, key: randomUUID(), days: -30, expiresAt, linkValidUntil: inOneHour() };
}

async function queue(message: StoreMessage): Promise<string> {
  const { messageId } = await harness.messages.queueMessage(message);
  if (!messageId) throw new Error('Nothing was queued');
  return messageId;
}

const messageEntries = async (storeId: string) =>
  (await harness.stores.listTimeline(storeId, { limit: 50 })).items.filter(({ what }) => what.startsWith('message_'));

describe('the second contact', () => {
  it.each([
    [-30, ['one@example.com']],
    [-7, ['one@example.com']],
    [-3, ['one@example.com', 'owner@example.com']],
    [-1, ['one@example.com', 'owner@example.com']],
    [7, ['one@example.com', 'owner@example.com']],
  ])('is a recipient or not, %i days from the end of the year', async (days, to) => {
    const storeId = await addStore(harness, { email: 'one@example.com', secondEmail: 'Owner@example.com' });
    await connectStore(harness, storeId, `A${randomUUID().slice(0, 8)}`, new Date().toISOString());
    const { expiresAt = '' } = await findStore(harness, storeId);
    const messageId = await queue({ ...renewal(storeId, expiresAt), days });
    expect((await harness.messages.loadMessage(messageId))?.to).toEqual(to);
  });

  it('is removed with the store, and its changes are on the timeline without the address', async () => {
    const storeId = await addStore(harness, { secondEmail: 'owner@example.com' });
    await harness.stores.changeSettings(storeId, { secondEmail: 'other@example.com' }, async () => undefined);
    expect((await findStore(harness, storeId)).secondEmail).toBe('other@example.com');
    const [entry] = (await harness.stores.listTimeline(storeId, { limit: 1 })).items;
    expect(entry?.params).toEqual({ changes: [{ field: 'secondEmail', isRemoved: false }] });
    await harness.stores.changeSettings(storeId, { secondEmail: null }, async () => undefined);
    expect((await findStore(harness, storeId)).secondEmail).toBeUndefined();
    await harness.stores.changeSettings(storeId, { secondEmail: 'last@example.com' }, async () => undefined);
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted', enabled: false }));
    expect((await findStore(harness, storeId)).secondEmail).toBeUndefined();
  });
});

describe('a renewal message', () => {
  it('is queued once for all stores of the authorization', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const queued = await Promise.all(
      [us, ca, mx].map((storeId) => harness.messages.queueMessage({ ...message, storeId })),
    );
    const ids = new Set(queued.map(({ messageId }) => messageId));
    expect(ids.size).toBe(1);
    const [messageId = ''] = ids;
    const loaded = await harness.messages.loadMessage(messageId);
    expect(loaded?.stores.map(({ storeId }) => storeId).toSorted()).toEqual([us, ca, mx].toSorted());
    expect(loaded?.to.toSorted()).toEqual(['one@example.com', 'two@example.com']);
    expect(loaded).toMatchObject({
      linkValidUntil: message.linkValidUntil,
      content: { kind: 'renewal', days: -30, expiresAt },
    });
  });

  it('returns the same id while it is unsent, and none afterwards', async () => {
    const { us, ca, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const messageId = await queue(message);
    expect(await harness.messages.queueMessage(message)).toEqual({ messageId });
    await markSent(harness, messageId);
    expect(await harness.messages.queueMessage(message)).toEqual({});
    expect(await harness.messages.queueMessage({ ...message, storeId: ca })).toEqual({});
  });

  it('has a working link, the same at every attempt', async () => {
    const { us, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const messageId = await queue(message);
    const first = await harness.messages.loadMessage(messageId);
    const second = await harness.messages.loadMessage(messageId);
    expect(second?.link).toBe(first?.link);
    const prefix = `${publicUrl}/connect/`;
    expect(first?.link.startsWith(prefix)).toBe(true);
    const link = await harness.connectLinks.findLink(first?.link.slice(prefix.length) ?? '');
    expect(link).toMatchObject({ storeId: us, expiresAt: message.linkValidUntil });
  });

  it('goes to the address that is current when it is sent', async () => {
    const { us, ca, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    await harness.stores.changeSettings(ca, { email: 'new@example.com' }, async () => undefined);
    expect((await harness.messages.loadMessage(messageId))?.to).toContain('new@example.com');
  });

  it('is sent once and appears on the timeline of every store without the address', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    await markSent(harness, messageId);
    await markSent(harness, messageId);
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
    for (const storeId of [us, ca, mx])
      expect(await messageEntries(storeId)).toMatchObject([{ what: 'message_sent', params: { email: 'renewal' } }]);
    const [row] = await harness.database('messages').where({ id: messageId });
    expect(row).toMatchObject({ sealed_link_token: null });
  });

  it('leaves out stores that were renewed, disconnected or deleted in the meantime', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    const later = new Date(Date.parse(expiresAt) + 1000).toISOString();
    const authorization = { authorizedAt: new Date().toISOString(), expiresAt: later };
    await harness.stores.recordChange(changeOf(ca, { authorization }));
    const before = await harness.messages.loadMessage(messageId);
    expect(before?.stores.map(({ storeId }) => storeId).toSorted()).toEqual([us, mx].toSorted());
    await harness.stores.recordChange(changeOf(us, { status: 'deleted' }));
    const after = await harness.messages.loadMessage(messageId);
    expect(after?.stores.map(({ storeId }) => storeId)).toEqual([mx]);
    const link = await harness.connectLinks.findLink(after?.link.split('/').at(-1) ?? '');
    expect(link?.storeId).toBe(mx);
    await harness.stores.recordChange(changeOf(mx, { status: 'disconnected' }));
    expect(await harness.messages.loadMessage(messageId)).toBeUndefined();
  });

  it('records a delay and a failure once each', async () => {
    const { us, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    await harness.messages.markMessageDelayed(messageId);
    await harness.messages.markMessageDelayed(messageId);
    await harness.messages.markMessageFailed(messageId);
    expect((await messageEntries(us)).map(({ what }) => what)).toEqual(['message_failed', 'message_delayed']);
  });
});

describe('a request to reconnect', () => {
  it('is about its own store only, with a link for a week', async () => {
    const { us } = await sellerWithThreeStores();
    const why = reason('code_expired');
    const messageId = await queue({ kind: 'connect_again', storeId: us, key: randomUUID(), reason: why });
    const loaded = await harness.messages.loadMessage(messageId);
    expect(loaded).toMatchObject({ to: ['one@example.com'], content: { kind: 'connect_again', reason: why } });
    expect(loaded?.stores).toHaveLength(1);
    const days = (Date.parse(loaded?.linkValidUntil ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThanOrEqual(7);
  });
});
