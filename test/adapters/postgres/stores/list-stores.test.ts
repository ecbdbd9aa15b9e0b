import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreQuery, StoreSort } from '../../../../adapters/postgres/stores/list-stores.ts';
import { InvalidCursor } from '../../../../domain/paging.ts';
import { timelineEntry } from '../../../../domain/timeline.ts';
import {
  addStore,
  changeOf,
  connectStore,
  openStoreHarness,
  requestStore,
  type StoreHarness,
} from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const sorts: readonly StoreSort[] = [
  'createdAt',
  '-createdAt',
  'name',
  '-name',
  'expiresAt',
  '-expiresAt',
  'updatedAt',
  '-updatedAt',
];

const cursorOf = (order: string, value: string, id: string) =>
  Buffer.from(JSON.stringify([order, value, id])).toString('base64url');

async function listAll(query: Omit<StoreQuery, 'limit'>, limit: number, between?: () => Promise<unknown>) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await harness.stores.listStores({ ...query, limit, cursor });
    pages.push(page.items);
    cursor = page.nextCursor;
    await between?.();
  } while (cursor !== undefined);
  return pages.flat();
}

const ids = (stores: readonly { id: string }[]) => stores.map(({ id }) => id);

describe('paging through stores', () => {
  const website = 'paged';
  let all: string[];
  beforeAll(async () => {
    all = [];
    for (let index = 0; index < 23; index += 1) {
      const id = await addStore(harness, { website, name: `${index % 2 ? 'page' : 'Page'} ${randomUUID()}` });
      if (index % 3 === 0) {
        const expiresAt = `2031-0${1 + (index % 4)}-01T00:00:00.000Z`;
        const authorization = { authorizedAt: '2030-01-01T00:00:00.000Z', expiresAt };
        await harness.stores.recordChange(changeOf(id, { authorization }));
      }
      all.push(id);
    }
    // Equal timestamps: only the ids decide their order.
    const same = new Date('2030-03-03T03:03:03.003Z');
    await harness.database('stores').whereIn('id', all.slice(0, 12)).update({ created_at: same, updated_at: same });
  });

  it.each(sorts)('returns each store once in the order %s', async (sort) => {
    const stores = await listAll({ sort, website }, 4);
    expect(ids(stores).toSorted()).toEqual(all.toSorted());
    expect(ids(stores)).toEqual(ids(await listAll({ sort, website }, 100)));
    const keys = stores.map((store) => {
      if (sort.endsWith('name')) return store.name.toLowerCase();
      if (sort.endsWith('createdAt')) return store.createdAt;
      if (sort.endsWith('updatedAt')) return store.updatedAt;
      return store.expiresAt ?? (sort === 'expiresAt' ? '9999' : '0000');
    });
    const sorted = keys.toSorted();
    expect(keys).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
  });

  it.each(sorts)('neither skips nor repeats a store in the order %s while stores are added', async (sort) => {
    const stores = await listAll({ sort, website: 'paged' }, 3, async () => {
      await addStore(harness, { website: 'paged', name: `${randomUUID()}` });
      await requestStore(harness, { website: 'paged', name: `Page ${randomUUID()}` });
      // Moved out of the list that is compared.
      await harness
        .database('stores')
        .where({ website: 'paged' })
        .whereNotIn('id', all)
        .update({ website: 'paged-new' });
      await harness.database('store_requests').update({ refused: { code: 'store_name_taken', params: {} } });
    });
    expect(
      ids(stores)
        .filter((id) => all.includes(id))
        .toSorted(),
    ).toEqual(all.toSorted());
    expect(new Set(ids(stores))).toHaveLength(stores.length);
  });

  it.each([
    '',
    'garbage',
    cursorOf('name', 'x', 'y'),
    cursorOf('name', '\0', randomUUID()),
    cursorOf('-name', 'x', randomUUID()),
    Buffer.from('[1]').toString('base64url'),
  ])('rejects the cursor "%s"', async (cursor) => {
    await expect(harness.stores.listStores({ sort: 'name', limit: 3, cursor })).rejects.toBeInstanceOf(InvalidCursor);
  });

  it.each(['now()', 'infinity; drop', '2030-13-45T99:00:00.000Z', 'x'])(
    'rejects the timestamp "%s" in a cursor',
    async (value) => {
      const cursor = cursorOf('createdAt', value, randomUUID());
      await expect(harness.stores.listStores({ sort: 'createdAt', limit: 3, cursor })).rejects.toBeInstanceOf(
        InvalidCursor,
      );
    },
  );
});

describe('a value that PostgreSQL cannot read', () => {
  it('matches nothing', async () => {
    expect(await harness.stores.findStore('42')).toBeUndefined();
    expect(await harness.stores.listTimeline('42', { limit: 1 })).toEqual({ items: [] });
    expect(await harness.stores.listStores({ sort: 'name', limit: 1, q: '\0' })).toEqual({ items: [] });
    expect(await harness.stores.listStores({ sort: 'name', limit: 1, website: '\0' })).toEqual({ items: [] });
    expect(await harness.stores.countByStatus({ q: '\0' })).toMatchObject({ active: 0 });
  });
});

describe('finding stores', () => {
  const website = 'found';
  const find = async (query: Partial<StoreQuery>) =>
    ids((await harness.stores.listStores({ website, sort: 'createdAt', limit: 50, ...query })).items);

  it('filters by status, country, website, text and date', async () => {
    const seller = `SELLER_${randomUUID().slice(0, 6)}`;
    const us = await addStore(harness, {
      website,
      country: 'US',
      name: 'Ünder_score 100%',
      email: 'Finance@shop.example',
    });
    const gb = await addStore(harness, { website, country: 'GB', name: 'Understore 1000' });
    await connectStore(harness, gb, seller, '2030-01-01T00:00:00.000Z');
    const deleted = await addStore(harness, { website });
    await harness.stores.recordChange(changeOf(deleted, { status: 'deleted' }));
    const early = await requestStore(harness, { website, name: 'Not recorded yet' });

    expect(await find({})).toEqual([us, gb, early]);
    expect(await find({ website: 'elsewhere' })).toEqual([]);
    expect(await find({ status: ['deleted'] })).toEqual([deleted]);
    expect(await find({ status: ['creating', 'active'] })).toEqual([gb, early]);
    expect(await find({ country: ['GB'] })).toEqual([gb]);
    expect(await find({ q: 'üNDER' })).toEqual([us]);
    expect(await find({ q: 'r_s' })).toEqual([us]);
    expect(await find({ q: '0%' })).toEqual([us]);
    expect(await find({ q: '\\' })).toEqual([]);
    expect(await find({ q: 'finance@' })).toEqual([us]);
    expect(await find({ q: seller.toLowerCase() })).toEqual([gb]);
    expect(await find({ renewsBefore: '2031-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await find({ renewsBefore: '2031-01-01T00:00:00.001Z' })).toEqual([gb]);

    const counts = await harness.stores.countByStatus();
    expect(counts).toMatchObject({ deleted: 1, verifying: 0, creating: 1 });
    expect(await harness.stores.countByStatus({ website })).toMatchObject({ deleted: 1, creating: 1, active: 1 });
    expect(await harness.stores.countByStatus({ website, country: ['GB'] })).toMatchObject({ active: 1, creating: 0 });
    expect(await harness.stores.countByStatus({ q: '0%' })).toMatchObject({ awaiting_authorization: 1, active: 0 });
    const range = { from: '2031-01-01T00:00:00.000Z', to: '2031-01-01T00:00:00.001Z' };
    expect(ids(await harness.stores.listRenewals(range))).toContain(gb);
    expect(ids(await harness.stores.listRenewals({ to: range.from }))).not.toContain(gb);
  });
});

describe('a timeline', () => {
  it('returns params, and the stored sentences of entries older than 0.3.0', async () => {
    const storeId = await addStore(harness);
    const entry = timelineEntry('authorization_reused', { sellerId: 'A1' });
    await harness.stores.addTimelineEntry(storeId, 'new', entry);
    await harness.stores.addTimelineEntry(storeId, 'old', timelineEntry('check_passed', {}));
    const legacy = { what: 'check_passed', text: 'It works.', translations: { nl: 'Het werkt.' } };
    await harness
      .database('timeline')
      .where({ store_id: storeId, key: 'old' })
      .update({ ...legacy, params: null });
    const { items } = await harness.stores.listTimeline(storeId, { limit: 3 });
    expect(items).toMatchObject([legacy, entry, { what: 'created' }]);
  });

  it('is paged from the newest entry to the oldest', async () => {
    const storeId = await addStore(harness);
    for (let index = 0; index < 7; index += 1)
      await harness.stores.addTimelineEntry(
        storeId,
        `note/${index}`,
        timelineEntry('authorization_reused', { sellerId: `${index}` }),
      );
    const params = [];
    let cursor: string | undefined;
    do {
      const page = await harness.stores.listTimeline(storeId, { limit: 3, cursor });
      params.push(...page.items.map((entry) => entry.params));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(params).toEqual([...['6', '5', '4', '3', '2', '1', '0'].map((sellerId) => ({ sellerId })), {}]);
    await expect(harness.stores.listTimeline(storeId, { limit: 3, cursor: 'x' })).rejects.toBeInstanceOf(InvalidCursor);
  });
});
