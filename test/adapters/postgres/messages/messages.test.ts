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
  openStoreWorld,
  publicUrl,
  type StoreWorld,
} from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

async function sellerWithThreeStores() {
  const seller = `A${randomUUID().slice(0, 8)}`;
  const us = await addStore(world, { country: 'US', email: 'one@example.com' });
  const ca = await addStore(world, { country: 'CA', email: 'two@example.com' });
  const mx = await addStore(world, { country: 'MX', email: 'ONE@example.com' });
  const at = new Date().toISOString();
  for (const id of [us, ca, mx]) await connectStore(world, id, seller, at);
  return { seller, us, ca, mx, expiresAt: (await findStore(world, us)).expiresAt ?? '' };
}

function renewal(storeId: string, expiresAt: string): Extract<StoreMessage, { kind: 'renewal' }> {
  return { kind: 'renewal', storeId, key: randomUUID(), days: -30, expiresAt, linkValidUntil: inOneHour() };
}

async function queue(message: StoreMessage): Promise<string> {
  const { messageId } = await world.stores.queueMessage(message);
  if (!messageId) throw new Error('Nothing was queued');
  return messageId;
}

const notes = async (storeId: string) =>
  (await world.reader.listTimeline(storeId, { limit: 50 })).items.filter(({ what }) => what.startsWith('message_'));

describe('the second contact', () => {
  it.each([
    [-30, ['one@example.com']],
    [-7, ['one@example.com']],
    [-3, ['one@example.com', 'owner@example.com']],
    [-1, ['one@example.com', 'owner@example.com']],
    [7, ['one@example.com', 'owner@example.com']],
  ])('is written to or not, %i days from the end', async (days, to) => {
    const storeId = await addStore(world, { email: 'one@example.com', secondEmail: 'Owner@example.com' });
    await connectStore(world, storeId, `A${randomUUID().slice(0, 8)}`, new Date().toISOString());
    const { expiresAt = '' } = await findStore(world, storeId);
    const messageId = await queue({ ...renewal(storeId, expiresAt), days });
    expect((await world.messages.loadMessage(messageId))?.to).toEqual(to);
  });

  it('leaves with the deletion, and its change is told without the address', async () => {
    const storeId = await addStore(world, { secondEmail: 'owner@example.com' });
    await world.settings.changeSettings(storeId, { secondEmail: 'other@example.com' }, async () => undefined);
    expect((await findStore(world, storeId)).secondEmail).toBe('other@example.com');
    const [told] = (await world.reader.listTimeline(storeId, { limit: 1 })).items;
    expect(told?.text).toBe('The second contact was changed.');
    await world.settings.changeSettings(storeId, { secondEmail: null }, async () => undefined);
    expect(await findStore(world, storeId)).not.toHaveProperty('secondEmail');
    await world.settings.changeSettings(storeId, { secondEmail: 'last@example.com' }, async () => undefined);
    await world.stores.recordChange(changeOf(storeId, { status: 'deleted', enabled: false }));
    expect(await findStore(world, storeId)).not.toHaveProperty('secondEmail');
  });
});

describe('a renewal message', () => {
  it('is one for all stores of the authorization, whoever asks first', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const asked = await Promise.all([us, ca, mx].map((storeId) => world.stores.queueMessage({ ...message, storeId })));
    const ids = new Set(asked.map(({ messageId }) => messageId));
    expect(ids.size).toBe(1);
    const [messageId = ''] = ids;
    const loaded = await world.messages.loadMessage(messageId);
    expect(loaded?.stores.map(({ storeId }) => storeId).toSorted()).toEqual([us, ca, mx].toSorted());
    expect(loaded?.to.toSorted()).toEqual(['one@example.com', 'two@example.com']);
    expect(loaded).toMatchObject({
      linkValidUntil: message.linkValidUntil,
      content: { kind: 'renewal', days: -30, expiresAt },
    });
  });

  it('is named again while it is unsent, so that a lost answer loses no message, and never after', async () => {
    const { us, ca, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const messageId = await queue(message);
    expect(await world.stores.queueMessage(message)).toEqual({ messageId });
    await world.messages.markMessageSent(messageId);
    expect(await world.stores.queueMessage(message)).toEqual({});
    expect(await world.stores.queueMessage({ ...message, storeId: ca })).toEqual({});
  });

  it('carries a link that works, the same at every attempt', async () => {
    const { us, expiresAt } = await sellerWithThreeStores();
    const message = renewal(us, expiresAt);
    const messageId = await queue(message);
    const first = await world.messages.loadMessage(messageId);
    const second = await world.messages.loadMessage(messageId);
    expect(second?.link).toBe(first?.link);
    const prefix = `${publicUrl}/connect/`;
    expect(first?.link.startsWith(prefix)).toBe(true);
    const link = await world.links.findLink(first?.link.slice(prefix.length) ?? '');
    expect(link).toMatchObject({ storeId: us, expiresAt: message.linkValidUntil });
  });

  it('reaches the address that holds when it is sent', async () => {
    const { us, ca, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    await world.settings.changeSettings(ca, { email: 'new@example.com' }, async () => undefined);
    expect((await world.messages.loadMessage(messageId))?.to).toContain('new@example.com');
  });

  it('is sent once, and then told by every store without the address', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    await world.messages.markMessageSent(messageId);
    await world.messages.markMessageSent(messageId);
    expect(await world.messages.loadMessage(messageId)).toBeUndefined();
    for (const storeId of [us, ca, mx])
      expect(await notes(storeId)).toMatchObject([{ what: 'message_sent', text: 'The renewal request was mailed.' }]);
    const [row] = await world.database('messages').where({ id: messageId });
    expect(row).toMatchObject({ sealed_link_token: null });
  });

  it('passes over stores that were renewed, disconnected or deleted meanwhile', async () => {
    const { us, ca, mx, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    const later = new Date(Date.parse(expiresAt) + 1000).toISOString();
    const authorization = { authorizedAt: new Date().toISOString(), expiresAt: later };
    await world.stores.recordChange(changeOf(ca, { authorization }));
    const before = await world.messages.loadMessage(messageId);
    expect(before?.stores.map(({ storeId }) => storeId).toSorted()).toEqual([us, mx].toSorted());
    await world.stores.recordChange(changeOf(us, { status: 'deleted' }));
    const after = await world.messages.loadMessage(messageId);
    expect(after?.stores.map(({ storeId }) => storeId)).toEqual([mx]);
    const link = await world.links.findLink(after?.link.split('/').at(-1) ?? '');
    expect(link?.storeId).toBe(mx);
    await world.stores.recordChange(changeOf(mx, { status: 'disconnected' }));
    expect(await world.messages.loadMessage(messageId)).toBeUndefined();
  });

  it('tells its troubles once each', async () => {
    const { us, expiresAt } = await sellerWithThreeStores();
    const messageId = await queue(renewal(us, expiresAt));
    for (const trouble of ['delayed', 'delayed', 'failed'] as const)
      await world.messages.noteMessageTrouble(messageId, trouble);
    expect((await notes(us)).map(({ what }) => what)).toEqual(['message_failed', 'message_delayed']);
  });
});

describe('a message to connect again', () => {
  it('speaks for its store alone, with a link for a week', async () => {
    const { us } = await sellerWithThreeStores();
    const why = reason('code_expired');
    const messageId = await queue({ kind: 'connect_again', storeId: us, key: randomUUID(), reason: why });
    const loaded = await world.messages.loadMessage(messageId);
    expect(loaded).toMatchObject({ to: ['one@example.com'], content: { kind: 'connect_again', reason: why } });
    expect(loaded?.stores).toHaveLength(1);
    const days = (Date.parse(loaded?.linkValidUntil ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThanOrEqual(7);
  });
});
