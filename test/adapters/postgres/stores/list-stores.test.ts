import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidCursor, type StoreQuery, type StoreSort } from '../../../../api/ports.ts';
import { toCursor } from '../../../../adapters/postgres/db/paging.ts';
import { addStore, changeOf, connectStore, openStoreWorld, requestStore, type StoreWorld } from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

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

async function walk(query: Omit<StoreQuery, 'limit'>, limit: number, between?: () => Promise<unknown>) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await world.reader.listStores({ ...query, limit, cursor });
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
      const id = await addStore(world, { website, name: `${index % 2 ? 'page' : 'Page'} ${randomUUID()}` });
      if (index % 3 === 0) {
        const expiresAt = `2031-0${1 + (index % 4)}-01T00:00:00.000Z`;
        const authorization = { authorizedAt: '2030-01-01T00:00:00.000Z', expiresAt };
        await world.stores.recordChange(changeOf(id, { authorization }));
      }
      all.push(id);
    }
    // Many with one time: only their ids tell them apart.
    const same = new Date('2030-03-03T03:03:03.003Z');
    await world.database('stores').whereIn('id', all.slice(0, 12)).update({ created_at: same, updated_at: same });
  });

  it.each(sorts)('shows each store once in the order %s', async (sort) => {
    const stores = await walk({ sort, website }, 4);
    expect(ids(stores).toSorted()).toEqual(all.toSorted());
    expect(ids(stores)).toEqual(ids(await walk({ sort, website }, 100)));
    const keys = stores.map((store) => {
      if (sort.endsWith('name')) return store.name.toLowerCase();
      if (sort.endsWith('createdAt')) return store.createdAt;
      if (sort.endsWith('updatedAt')) return store.updatedAt;
      return store.expiresAt ?? (sort === 'expiresAt' ? '9999' : '0000');
    });
    const sorted = keys.toSorted();
    expect(keys).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
  });

  it.each(sorts)('neither misses nor repeats one in the order %s while stores are added', async (sort) => {
    const stores = await walk({ sort, website: 'paged' }, 3, async () => {
      await addStore(world, { website: 'paged', name: `${randomUUID()}` });
      await requestStore(world, { website: 'paged', name: `Page ${randomUUID()}` });
      // Not among those that are counted.
      await world.database('stores').where({ website: 'paged' }).whereNotIn('id', all).update({ website: 'paged-new' });
      await world.database('store_requests').update({ refused: { code: 'store_name_taken', params: {} } });
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
    toCursor({ order: 'name', value: 'x', id: 'y' }),
    toCursor({ order: 'name', value: '\0', id: randomUUID() }),
    toCursor({ order: '-name', value: 'x', id: randomUUID() }),
    Buffer.from('[1]').toString('base64url'),
  ])('refuses the cursor "%s"', async (cursor) => {
    await expect(world.reader.listStores({ sort: 'name', limit: 3, cursor })).rejects.toBeInstanceOf(InvalidCursor);
  });

  it.each(['now()', 'infinity; drop', '2030-13-45T99:00:00.000Z', 'x'])(
    'refuses the time "%s" in a cursor',
    async (value) => {
      const cursor = toCursor({ order: 'createdAt', value, id: randomUUID() });
      await expect(world.reader.listStores({ sort: 'createdAt', limit: 3, cursor })).rejects.toBeInstanceOf(
        InvalidCursor,
      );
    },
  );
});

describe('what PostgreSQL could not read', () => {
  it('finds nothing', async () => {
    expect(await world.reader.findStore('42')).toBeUndefined();
    expect(await world.reader.listTimeline('42', { limit: 1 })).toEqual({ items: [] });
    expect(await world.reader.listStores({ sort: 'name', limit: 1, q: '\0' })).toEqual({ items: [] });
    expect(await world.reader.listStores({ sort: 'name', limit: 1, website: '\0' })).toEqual({ items: [] });
    expect(await world.reader.countByStatus({ q: '\0' })).toMatchObject({ active: 0 });
  });
});

describe('finding stores', () => {
  const website = 'found';
  const find = async (query: Partial<StoreQuery>) =>
    ids((await world.reader.listStores({ website, sort: 'createdAt', limit: 50, ...query })).items);

  it('filters by status, country, website, text and date', async () => {
    const seller = `SELLER_${randomUUID().slice(0, 6)}`;
    const us = await addStore(world, {
      website,
      country: 'US',
      name: 'Ünder_score 100%',
      email: 'Finance@shop.example',
    });
    const gb = await addStore(world, { website, country: 'GB', name: 'Understore 1000' });
    await connectStore(world, gb, seller, '2030-01-01T00:00:00.000Z');
    const gone = await addStore(world, { website });
    await world.stores.recordChange(changeOf(gone, { status: 'deleted' }));
    const early = await requestStore(world, { website, name: 'Not recorded yet' });

    expect(await find({})).toEqual([us, gb, early]);
    expect(await find({ website: 'elsewhere' })).toEqual([]);
    expect(await find({ status: ['deleted'] })).toEqual([gone]);
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

    const counts = await world.reader.countByStatus();
    expect(counts).toMatchObject({ deleted: 1, verifying: 0, creating: 1 });
    expect(await world.reader.countByStatus({ website })).toMatchObject({ deleted: 1, creating: 1, active: 1 });
    expect(await world.reader.countByStatus({ website, country: ['GB'] })).toMatchObject({ active: 1, creating: 0 });
    expect(await world.reader.countByStatus({ q: '0%' })).toMatchObject({ awaiting_authorization: 1, active: 0 });
    const range = { from: '2031-01-01T00:00:00.000Z', to: '2031-01-01T00:00:00.001Z' };
    expect(ids(await world.reader.listRenewals(range))).toContain(gb);
    expect(ids(await world.reader.listRenewals({ to: range.from }))).not.toContain(gb);
  });
});

describe('a timeline', () => {
  it('keeps its sentences in every language, and those of older entries in English only', async () => {
    const storeId = await addStore(world);
    const note = { what: 'check_passed', text: 'It works.', translations: { nl: 'Het werkt.' } } as const;
    await world.stores.noteOnTimeline(storeId, 'note', note);
    const { items } = await world.reader.listTimeline(storeId, { limit: 2 });
    expect(items).toMatchObject([note, { text: 'Something happened.' }]);
    expect(items[1]).not.toHaveProperty('translations');
  });

  it('is paged from the newest entry to the oldest', async () => {
    const storeId = await addStore(world);
    for (let index = 0; index < 7; index += 1)
      await world.stores.noteOnTimeline(storeId, `note/${index}`, { what: 'check_passed', text: `${index}` });
    const texts = [];
    let cursor: string | undefined;
    do {
      const page = await world.reader.listTimeline(storeId, { limit: 3, cursor });
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(texts).toEqual(['6', '5', '4', '3', '2', '1', '0', 'Something happened.']);
    await expect(world.reader.listTimeline(storeId, { limit: 3, cursor: 'x' })).rejects.toBeInstanceOf(InvalidCursor);
  });
});
