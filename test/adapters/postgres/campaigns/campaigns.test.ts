import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignRequest } from '../../../../api/campaign-ports.ts';
import { InvalidCursor } from '../../../../api/ports.ts';
import {
  addStore,
  changeOf,
  connectStore,
  inOneHour,
  openStoreWorld,
  type StoreWorld,
  yearMs,
} from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const never = Number.MAX_SAFE_INTEGER;

/** A seller authorized 10 days ago, with stores in the given countries, on a website of its own. */
async function seller(website: string, countries: readonly ('US' | 'CA' | 'MX' | 'GB')[] = ['US']) {
  const sellerId = `A${randomUUID().slice(0, 8)}`;
  const stores: string[] = [];
  const at = daysAgo(10);
  for (const country of countries) {
    const id = await addStore(world, { country, website, email: `${sellerId}@example.com` });
    await connectStore(world, id, sellerId, at);
    stores.push(id);
  }
  return { sellerId, stores, store: stores[0] ?? '' };
}

async function campaign(request: Partial<CampaignRequest> & { website: string }): Promise<string> {
  const { website, ...more } = request;
  const campaignId = randomUUID();
  await world.campaigns.noteCampaign({
    campaignId,
    fingerprint: 'f',
    request: {
      name: 'A new role',
      reason: 'We now also read your shipping settings.',
      stores: { website },
      overDays: 1,
      startsAt: daysAgo(1),
      ...more,
    },
  });
  await world.campaigns.startCampaign(campaignId, yearMs);
  await world.campaigns.recordCampaign(campaignId, 'running');
  return campaignId;
}

/** Asks everybody whose turn comes until then; answers the ids of the messages. */
async function ask(campaignId: string, clockMs = never): Promise<string[]> {
  await world.campaigns.settleAsks(campaignId);
  const messages: string[] = [];
  for (const due of await world.campaigns.listDueAsks(campaignId, clockMs, 100)) {
    const { messageId } = await world.campaigns.queueAsk(campaignId, due, inOneHour());
    if (messageId) messages.push(messageId);
    await world.campaigns.markAsked(campaignId, due, due.ask === 'first' ? 1000 : undefined);
  }
  return messages;
}

const authorizationsOf = async (campaignId: string) =>
  (await world.campaigns.listCampaignAuthorizations(campaignId, { limit: 50 })).items;
const countsOf = async (campaignId: string) => (await world.campaigns.findCampaign(campaignId))?.counts;
const renew = (store: string, sellerId: string) => connectStore(world, store, sellerId);

describe('whom a campaign asks', () => {
  it('is every authorization of the stores that are concerned, once, and fixed at the start', async () => {
    const website = randomUUID();
    const one = await seller(website, ['US', 'CA', 'GB']);
    await seller(website);
    await addStore(world, { website });
    expect(await world.campaigns.previewCampaign({ website })).toEqual({ stores: 4, authorizations: 3 });
    const id = await campaign({ website });
    await seller(website);
    await world.campaigns.startCampaign(id, yearMs);
    const items = await authorizationsOf(id);
    expect(items.filter(({ sellerId }) => sellerId === one.sellerId).map(({ region }) => region)).toHaveLength(2);
    expect(items).toHaveLength(3);
    expect(await countsOf(id)).toEqual({ planned: 3, waiting: 0, consented: 0, skipped: 0 });
  });

  it('can be told by country, status, ids and the age of the authorization', async () => {
    const website = randomUUID();
    const us = await seller(website, ['US', 'CA']);
    const gb = await seller(website, ['GB']);
    await world.stores.recordChange(changeOf(gb.store, { status: 'expired' }));
    const preview = (stores: CampaignRequest['stores']) => world.campaigns.previewCampaign({ website, ...stores });
    expect(await preview({ country: ['CA', 'GB'] })).toEqual({ stores: 2, authorizations: 2 });
    expect(await preview({ status: ['expired'] })).toEqual({ stores: 1, authorizations: 1 });
    expect(await preview({ ids: us.stores })).toEqual({ stores: 2, authorizations: 1 });
    expect(await preview({ authorizedBefore: daysAgo(9) })).toEqual({ stores: 3, authorizations: 2 });
    expect(await preview({ authorizedBefore: daysAgo(11) })).toEqual({ stores: 0, authorizations: 0 });
    const id = await campaign({ website, stores: { website, country: ['CA'] } });
    // One consent serves them all, so the message names them all.
    expect((await authorizationsOf(id))[0]?.stores.map((store) => store.id).toSorted()).toEqual(us.stores.toSorted());
  });

  it('is read page by page, and by where they stand', async () => {
    const website = randomUUID();
    for (let index = 0; index < 3; index += 1) await seller(website);
    const id = await campaign({ website });
    const all = await authorizationsOf(id);
    const first = await world.campaigns.listCampaignAuthorizations(id, { limit: 2 });
    const second = await world.campaigns.listCampaignAuthorizations(id, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeUndefined();
    const waiting = await world.campaigns.listCampaignAuthorizations(id, { limit: 2, state: ['waiting'] });
    expect(waiting.items).toEqual([]);
    const wrong = world.campaigns.listCampaignAuthorizations(id, { limit: 2, cursor: 'x' });
    await expect(wrong).rejects.toBeInstanceOf(InvalidCursor);
  });
});

describe('the messages of a campaign', () => {
  it('are one per authorization and ask, named again while unsent, and told by every store', async () => {
    const website = randomUUID();
    const { stores } = await seller(website, ['US', 'CA']);
    const id = await campaign({ website });
    const [due] = await world.campaigns.listDueAsks(id, never, 10);
    if (!due) throw new Error('Nobody is due');
    const first = await world.campaigns.queueAsk(id, due, inOneHour());
    expect(await world.campaigns.queueAsk(id, due, inOneHour())).toEqual(first);
    await world.campaigns.markAsked(id, due, 1000);
    const loaded = await world.messages.loadMessage(first.messageId ?? '');
    expect(loaded).toMatchObject({ content: { kind: 'campaign', ask: 'first' } });
    expect(loaded?.stores.map(({ storeId }) => storeId).toSorted()).toEqual(stores.toSorted());
    for (const storeId of stores) {
      const { items } = await world.reader.listTimeline(storeId, { limit: 10 });
      const told = items.filter(({ what }) => what === 'campaign_asked');
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain('"We now also read your shipping settings."');
    }
    await world.messages.markMessageSent(first.messageId ?? '');
    expect((await world.campaigns.findCampaign(id))?.messages).toEqual({ sent: 1, queued: 0, failed: 0 });
    // An attempt whose answer was lost after the mail had left.
    expect(await world.campaigns.queueAsk(id, due, inOneHour())).toEqual({});
    expect((await authorizationsOf(id))[0]).toMatchObject({ state: 'waiting', message: 'sent' });
  });

  it('that nobody takes are counted', async () => {
    const website = randomUUID();
    await seller(website);
    const id = await campaign({ website });
    const [messageId = ''] = await ask(id);
    expect((await world.campaigns.findCampaign(id))?.messages).toEqual({ sent: 0, queued: 1, failed: 0 });
    await world.messages.noteMessageTrouble(messageId, 'delayed');
    expect((await world.campaigns.findCampaign(id))?.messages.queued).toBe(1);
    await world.messages.noteMessageTrouble(messageId, 'failed');
    expect((await world.campaigns.findCampaign(id))?.messages).toEqual({ sent: 0, queued: 0, failed: 1 });
    expect((await authorizationsOf(id))[0]?.message).toBe('failed');
  });

  it('are not sent any more to who has agreed meanwhile, and there is no reminder', async () => {
    const website = randomUUID();
    const agreeing = await seller(website);
    await seller(website);
    const id = await campaign({ website });
    const messages = await ask(id);
    expect(messages).toHaveLength(2);
    await renew(agreeing.store, agreeing.sellerId);
    const loaded = await Promise.all(messages.map((messageId) => world.messages.loadMessage(messageId)));
    expect(loaded.filter((message) => message !== undefined)).toHaveLength(1);
    expect(await countsOf(id)).toEqual({ planned: 0, waiting: 1, consented: 1, skipped: 0 });
    expect((await world.campaigns.findCampaign(id))?.messages.queued).toBe(1);
    const [reminder, ...others] = await ask(id);
    expect(others).toEqual([]);
    expect(await world.messages.loadMessage(reminder ?? '')).toMatchObject({ content: { ask: 'reminder' } });
    expect(await ask(id)).toEqual([]);
  });

  it('skip who agreed since the start by any door, and whose stores are gone, and say why', async () => {
    const website = randomUUID();
    const renewed = await seller(website);
    const deleted = await seller(website);
    const half = await seller(website, ['US', 'CA']);
    const id = await campaign({ website });
    await renew(renewed.store, renewed.sellerId);
    await world.stores.forgetAuthorization(deleted.store);
    await world.stores.recordChange(changeOf(deleted.store, { status: 'deleted' }));
    await world.stores.forgetAuthorization(half.store);
    await world.stores.recordChange(changeOf(half.store, { status: 'disconnected' }));
    const [messageId = '', ...more] = await ask(id);
    expect(more).toEqual([]);
    const loaded = await world.messages.loadMessage(messageId);
    expect(loaded?.stores.map(({ storeId }) => storeId)).toEqual([half.stores[1]]);
    const by = new Map((await authorizationsOf(id)).map((each) => [each.sellerId, each]));
    expect(by.get(renewed.sellerId)).toMatchObject({ state: 'skipped', skipped: 'renewed' });
    expect(by.get(renewed.sellerId)?.consentedAt).toBeDefined();
    expect(by.get(deleted.sellerId)).toMatchObject({ state: 'skipped', skipped: 'stores_gone' });
    expect(
      by
        .get(half.sellerId)
        ?.stores.map(({ status }) => status)
        .toSorted(),
    ).toEqual(['active', 'disconnected']);
  });

  it('are not asked for any more once the campaign is over, and it stays over', async () => {
    const website = randomUUID();
    await seller(website);
    const id = await campaign({ website });
    await world.campaigns.recordCampaign(id, 'cancelled');
    expect(await ask(id)).toEqual([]);
    await world.campaigns.recordCampaign(id, 'running', inOneHour());
    expect(await world.campaigns.findCampaign(id)).toMatchObject({ state: 'cancelled' });
    expect(await authorizationsOf(id)).toMatchObject([{ state: 'skipped', skipped: 'cancelled' }]);
  });

  it('keeps when somebody agreed, whatever later years bring', async () => {
    const website = randomUUID();
    const { store, sellerId } = await seller(website);
    const id = await campaign({ website });
    await ask(id);
    await renew(store, sellerId);
    await ask(id);
    const [before] = await authorizationsOf(id);
    await connectStore(world, store, sellerId, new Date(Date.now() + dayMs).toISOString());
    expect(await authorizationsOf(id)).toEqual([before]);
  });
});

describe('a noted campaign', () => {
  const request = { name: 'n', reason: 'r', stores: {}, overDays: 0, startsAt: daysAgo(1) };

  it('is seen once Temporal has it, newest first, page by page', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const campaignId of ids) {
      await world.campaigns.noteCampaign({ campaignId, fingerprint: 'f', request });
      expect(await world.campaigns.findCampaign(campaignId)).toBeUndefined();
      await world.campaigns.markCampaignAccepted(campaignId);
    }
    const first = await world.campaigns.listCampaigns({ limit: 2 });
    const second = await world.campaigns.listCampaigns({ limit: 2, cursor: first.nextCursor });
    const seen = [...first.items, ...second.items].map(({ id }) => id).slice(0, 3);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it('keeps its first start when the request is repeated, and refuses another body', async () => {
    const note = { campaignId: randomUUID(), idempotencyKey: randomUUID(), fingerprint: 'f' };
    await world.campaigns.noteCampaign({ ...note, request });
    const again = await world.campaigns.noteCampaign({ ...note, request: { ...request, startsAt: inOneHour() } });
    expect(again).toEqual({ kind: 'noted', startsAt: request.startsAt });
    expect(await world.campaigns.noteCampaign({ ...note, fingerprint: 'g', request })).toEqual({ kind: 'conflict' });
  });
});
