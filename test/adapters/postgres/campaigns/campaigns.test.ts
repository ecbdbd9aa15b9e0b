import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignRequest } from '../../../../adapters/postgres/campaigns/campaigns.ts';
import { InvalidCursor } from '../../../../domain/paging.ts';
import {
  addStore,
  changeOf,
  connectStore,
  inOneHour,
  markSent,
  openStoreHarness,
  type StoreHarness,
  yearMs,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const never = Number.MAX_SAFE_INTEGER;

/** A seller who authorized 10 days ago, with stores in the given countries. */
async function seller(website: string, countries: readonly ('US' | 'CA' | 'MX' | 'GB')[] = ['US']) {
  const sellerId = `A${randomUUID().slice(0, 8)}`;
  const stores: string[] = [];
  const at = daysAgo(10);
  for (const country of countries) {
    const id = await addStore(harness, { country, website, email: `${sellerId}@example.com` });
    await connectStore(harness, id, sellerId, at);
    stores.push(id);
  }
  return { sellerId, stores, store: stores[0] ?? '' };
}

async function campaign(request: Partial<CampaignRequest> & { website: string }): Promise<string> {
  const { website, ...rest } = request;
  const campaignId = randomUUID();
  await harness.campaigns.insertCampaign({
    campaignId,
    fingerprint: 'f',
    request: {
      name: 'A new role',
      reason: 'We now also read your shipping settings.',
      stores: { website },
      overDays: 1,
      startsAt: daysAgo(1),
      ...rest,
    },
  });
  await harness.campaigns.startCampaign(campaignId, yearMs);
  await harness.campaigns.recordCampaign(campaignId, 'running');
  return campaignId;
}

/** Queues the e-mails that are due by then and returns their message ids. */
async function queueDue(campaignId: string, clockMs = never): Promise<string[]> {
  await harness.campaigns.recordConsents(campaignId);
  const messages: string[] = [];
  for (const due of await harness.campaigns.listDueEmails(campaignId, clockMs, 100)) {
    const { messageId } = await harness.campaigns.queueEmail(campaignId, due, inOneHour());
    if (messageId) messages.push(messageId);
    await harness.campaigns.closeEmail(campaignId, due, due.ask === 'first' ? 1000 : undefined);
  }
  return messages;
}

const authorizationsOf = async (campaignId: string) =>
  (await harness.campaigns.listCampaignAuthorizations(campaignId, { limit: 50 })).items;
const countsOf = async (campaignId: string) => (await harness.campaigns.findCampaign(campaignId))?.counts;
const renew = (store: string, sellerId: string) => connectStore(harness, store, sellerId);

describe('the authorizations of a campaign', () => {
  it('are those of the matching stores, each once, fixed at the start', async () => {
    const website = randomUUID();
    const one = await seller(website, ['US', 'CA', 'GB']);
    await seller(website);
    await addStore(harness, { website });
    expect(await harness.campaigns.previewCampaign({ website })).toEqual({ stores: 4, authorizations: 3 });
    const id = await campaign({ website });
    await seller(website);
    await harness.campaigns.startCampaign(id, yearMs);
    const items = await authorizationsOf(id);
    expect(items.filter(({ sellerId }) => sellerId === one.sellerId).map(({ region }) => region)).toHaveLength(2);
    expect(items).toHaveLength(3);
    expect(await countsOf(id)).toEqual({ planned: 3, waiting: 0, consented: 0, skipped: 0 });
  });

  it('match by country, status, ids and age of the authorization', async () => {
    const website = randomUUID();
    const us = await seller(website, ['US', 'CA']);
    const gb = await seller(website, ['GB']);
    await harness.stores.recordChange(changeOf(gb.store, { status: 'expired' }));
    const preview = (stores: CampaignRequest['stores']) => harness.campaigns.previewCampaign({ website, ...stores });
    expect(await preview({ country: ['CA', 'GB'] })).toEqual({ stores: 2, authorizations: 2 });
    expect(await preview({ status: ['expired'] })).toEqual({ stores: 1, authorizations: 1 });
    expect(await preview({ ids: us.stores })).toEqual({ stores: 2, authorizations: 1 });
    expect(await preview({ authorizedBefore: daysAgo(9) })).toEqual({ stores: 3, authorizations: 2 });
    expect(await preview({ authorizedBefore: daysAgo(11) })).toEqual({ stores: 0, authorizations: 0 });
    const id = await campaign({ website, stores: { website, country: ['CA'] } });
    // One consent serves them all, so the message names them all.
    expect((await authorizationsOf(id))[0]?.stores.map((store) => store.id).toSorted()).toEqual(us.stores.toSorted());
  });

  it('are listed page by page and by state', async () => {
    const website = randomUUID();
    for (let index = 0; index < 3; index += 1) await seller(website);
    const id = await campaign({ website });
    const all = await authorizationsOf(id);
    const first = await harness.campaigns.listCampaignAuthorizations(id, { limit: 2 });
    const second = await harness.campaigns.listCampaignAuthorizations(id, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeUndefined();
    const waiting = await harness.campaigns.listCampaignAuthorizations(id, { limit: 2, state: ['waiting'] });
    expect(waiting.items).toEqual([]);
    const wrong = harness.campaigns.listCampaignAuthorizations(id, { limit: 2, cursor: 'x' });
    await expect(wrong).rejects.toBeInstanceOf(InvalidCursor);
  });
});

describe('the e-mails of a campaign', () => {
  it('are queued once, return the same id while unsent, and appear on the timeline of every store', async () => {
    const website = randomUUID();
    const { stores } = await seller(website, ['US', 'CA']);
    const id = await campaign({ website });
    const [due] = await harness.campaigns.listDueEmails(id, never, 10);
    if (!due) throw new Error('No e-mail is due');
    const first = await harness.campaigns.queueEmail(id, due, inOneHour());
    expect(await harness.campaigns.queueEmail(id, due, inOneHour())).toEqual(first);
    await harness.campaigns.closeEmail(id, due, 1000);
    const loaded = await harness.messages.loadMessage(first.messageId ?? '');
    expect(loaded).toMatchObject({ content: { kind: 'campaign', ask: 'first' } });
    expect(loaded?.stores.map(({ storeId }) => storeId).toSorted()).toEqual(stores.toSorted());
    for (const storeId of stores) {
      const { items } = await harness.stores.listTimeline(storeId, { limit: 10 });
      const entries = items.filter(({ what }) => what === 'campaign_asked');
      expect(entries).toHaveLength(1);
      expect(entries[0]?.params).toMatchObject({ campaignReason: 'We now also read your shipping settings.' });
    }
    await markSent(harness, first.messageId ?? '');
    expect((await harness.campaigns.findCampaign(id))?.messages).toEqual({ sent: 1, queued: 0, failed: 0 });
    // An attempt whose result was lost after the e-mail was sent.
    expect(await harness.campaigns.queueEmail(id, due, inOneHour())).toEqual({});
    expect((await authorizationsOf(id))[0]).toMatchObject({ state: 'waiting', message: 'sent' });
  });

  it('are counted when they cannot be delivered', async () => {
    const website = randomUUID();
    await seller(website);
    const id = await campaign({ website });
    const [messageId = ''] = await queueDue(id);
    expect((await harness.campaigns.findCampaign(id))?.messages).toEqual({ sent: 0, queued: 1, failed: 0 });
    await harness.messages.markMessageDelayed(messageId);
    expect((await harness.campaigns.findCampaign(id))?.messages.queued).toBe(1);
    await harness.messages.markMessageFailed(messageId);
    expect((await harness.campaigns.findCampaign(id))?.messages).toEqual({ sent: 0, queued: 0, failed: 1 });
    expect((await authorizationsOf(id))[0]?.message).toBe('failed');
  });

  it('are not sent to sellers who have consented in the meantime, nor are their reminders', async () => {
    const website = randomUUID();
    const consenting = await seller(website);
    await seller(website);
    const id = await campaign({ website });
    const messages = await queueDue(id);
    expect(messages).toHaveLength(2);
    await renew(consenting.store, consenting.sellerId);
    const loaded = await Promise.all(messages.map((messageId) => harness.messages.loadMessage(messageId)));
    expect(loaded.filter((message) => message !== undefined)).toHaveLength(1);
    expect(await countsOf(id)).toEqual({ planned: 0, waiting: 1, consented: 1, skipped: 0 });
    expect((await harness.campaigns.findCampaign(id))?.messages.queued).toBe(1);
    const [reminder, ...others] = await queueDue(id);
    expect(others).toEqual([]);
    expect(await harness.messages.loadMessage(reminder ?? '')).toMatchObject({ content: { ask: 'reminder' } });
    expect(await queueDue(id)).toEqual([]);
  });

  it('skip sellers who have renewed or whose stores are gone, with the reason', async () => {
    const website = randomUUID();
    const renewed = await seller(website);
    const deleted = await seller(website);
    const half = await seller(website, ['US', 'CA']);
    const id = await campaign({ website });
    await renew(renewed.store, renewed.sellerId);
    await harness.authorizations.forgetAuthorization(deleted.store);
    await harness.stores.recordChange(changeOf(deleted.store, { status: 'deleted' }));
    await harness.authorizations.forgetAuthorization(half.store);
    await harness.stores.recordChange(changeOf(half.store, { status: 'disconnected' }));
    const [messageId = '', ...others] = await queueDue(id);
    expect(others).toEqual([]);
    const loaded = await harness.messages.loadMessage(messageId);
    expect(loaded?.stores.map(({ storeId }) => storeId)).toEqual([half.stores[1]]);
    const bySeller = new Map((await authorizationsOf(id)).map((item) => [item.sellerId, item]));
    expect(bySeller.get(renewed.sellerId)).toMatchObject({ state: 'skipped', skipped: 'renewed' });
    expect(bySeller.get(renewed.sellerId)?.consentedAt).toBeDefined();
    expect(bySeller.get(deleted.sellerId)).toMatchObject({ state: 'skipped', skipped: 'stores_gone' });
    expect(
      bySeller
        .get(half.sellerId)
        ?.stores.map(({ status }) => status)
        .toSorted(),
    ).toEqual(['active', 'disconnected']);
  });

  it('are no longer queued once the campaign has ended, and it stays ended', async () => {
    const website = randomUUID();
    await seller(website);
    const id = await campaign({ website });
    await harness.campaigns.recordCampaign(id, 'cancelled');
    expect(await queueDue(id)).toEqual([]);
    await harness.campaigns.recordCampaign(id, 'running', inOneHour());
    expect(await harness.campaigns.findCampaign(id)).toMatchObject({ state: 'cancelled' });
    expect(await authorizationsOf(id)).toMatchObject([{ state: 'skipped', skipped: 'cancelled' }]);
  });

  it('keep the date of the consent when the seller renews later', async () => {
    const website = randomUUID();
    const { store, sellerId } = await seller(website);
    const id = await campaign({ website });
    await queueDue(id);
    await renew(store, sellerId);
    await queueDue(id);
    const [before] = await authorizationsOf(id);
    await connectStore(harness, store, sellerId, new Date(Date.now() + dayMs).toISOString());
    expect(await authorizationsOf(id)).toEqual([before]);
  });
});

describe('a saved campaign', () => {
  const request = { name: 'n', reason: 'r', stores: {}, overDays: 0, startsAt: daysAgo(1) };

  it('is visible once Temporal has accepted it, newest first, page by page', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const campaignId of ids) {
      await harness.campaigns.insertCampaign({ campaignId, fingerprint: 'f', request });
      expect(await harness.campaigns.findCampaign(campaignId)).toBeUndefined();
      await harness.campaigns.markCampaignAccepted(campaignId);
    }
    const first = await harness.campaigns.listCampaigns({ limit: 2 });
    const second = await harness.campaigns.listCampaigns({ limit: 2, cursor: first.nextCursor });
    const listed = [...first.items, ...second.items].map(({ id }) => id).slice(0, 3);
    expect(new Set(listed)).toEqual(new Set(ids));
  });

  it('keeps its first start when the request is repeated, and rejects another body', async () => {
    const input = { campaignId: randomUUID(), idempotencyKey: randomUUID(), fingerprint: 'f' };
    await harness.campaigns.insertCampaign({ ...input, request });
    const repeated = await harness.campaigns.insertCampaign({
      ...input,
      request: { ...request, startsAt: inOneHour() },
    });
    expect(repeated).toEqual({ kind: 'saved', startsAt: request.startsAt });
    expect(await harness.campaigns.insertCampaign({ ...input, fingerprint: 'g', request })).toEqual({
      kind: 'conflict',
    });
  });
});
