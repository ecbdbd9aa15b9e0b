import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ChangeFeed, type StoreChangeNotice } from '../../../../adapters/postgres/stores/change-feed.ts';
import { addTimelineEntries } from '../../../../adapters/postgres/stores/timeline.ts';
import { timelineEntry } from '../../../../domain/timeline.ts';
import { eventually } from '../../../setup/eventually.ts';
import { addStore, changeOf, openStoreHarness, queriesWaiting, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
const feeds: ChangeFeed[] = [];
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.close()));
});
afterAll(() => harness.close());

async function follow(): Promise<{ feed: ChangeFeed; notices: StoreChangeNotice[] }> {
  const feed = new ChangeFeed(harness.database, harness.url);
  feeds.push(feed);
  await feed.listening;
  const notices: StoreChangeNotice[] = [];
  feed.subscribe((notice) => notices.push(notice));
  return { feed, notices };
}

const labelled = (label: string) => timelineEntry('authorization_reused', { sellerId: label });
const addEntry = (storeId: string, label: string) =>
  harness.stores.addTimelineEntry(storeId, randomUUID(), labelled(label));
const labelOf = ({ entry }: StoreChangeNotice) =>
  entry.params && 'sellerId' in entry.params ? entry.params.sellerId : entry.what;
const labels = (notices: readonly StoreChangeNotice[]) => notices.map(labelOf);

function expectIncreasing(notices: readonly StoreChangeNotice[]): void {
  const ids = notices.map(({ id }) => Number(id));
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
}

describe('the change feed', () => {
  it('publishes every entry to every listener until it unsubscribes', async () => {
    const { feed, notices } = await follow();
    const second: string[] = [];
    const stop = feed.subscribe((notice) => second.push(labelOf(notice)));
    const storeId = await addStore(harness);
    await eventually(() => expect(notices).toHaveLength(1));
    expect(notices[0]).toMatchObject({ storeId, entry: { what: 'created', status: 'awaiting_authorization' } });
    expect(second).toHaveLength(1);
    stop();
    await addEntry(storeId, 'later');
    await eventually(() => expect(labels(notices)).toContain('later'));
    expect(second).toHaveLength(1);
  });

  it('publishes concurrent entries in order and completely', async () => {
    const { notices } = await follow();
    const ids = await Promise.all(Array.from({ length: 5 }, () => addStore(harness)));
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        harness.stores.recordChange(changeOf(ids[index % 5] ?? '', { entry: labelled(`${index}`) })),
      ),
    );
    await eventually(() => expect(notices).toHaveLength(65));
    expectIncreasing(notices);
  });

  it('skips no entry that another one overtook', async () => {
    const { notices } = await follow();
    const storeId = await addStore(harness);
    const slow = await harness.database.transaction();
    await addTimelineEntries(slow, [{ storeId, key: 'slow', ...labelled('slow') }]);
    const fast = addEntry(storeId, 'fast');
    await queriesWaiting(harness, 1);
    await slow.commit();
    await fast;
    await eventually(() => expect(labels(notices)).toEqual(['created', 'slow', 'fast']));
  });

  it('publishes nothing that was rolled back', async () => {
    const { notices } = await follow();
    const storeId = await addStore(harness);
    const failing = () => Promise.reject(new Error('no'));
    await harness.stores.changeSettings(storeId, { name: 'Never' }, failing).catch(() => undefined);
    await addEntry(storeId, 'after');
    await eventually(() => expect(labels(notices)).toContain('after'));
    expect(notices).toHaveLength(2);
  });

  it('publishes entries that were added while its connection was lost', async () => {
    const { notices } = await follow();
    const storeId = await addStore(harness);
    await addEntry(storeId, 'before');
    for (let round = 0; round < 3; round += 1) {
      // Between two connections there is none to cut: the feed may still be reconnecting.
      await eventually(async () => {
        const killed = await harness.database.raw(
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity
           where application_name = 'perennial-feed' and datname = current_database()`,
        );
        expect(killed.rowCount).toBe(1);
      });
      await addEntry(storeId, `during ${round}`);
      await eventually(() => expect(labels(notices)).toContain(`during ${round}`));
    }
    await addEntry(storeId, 'after');
    await eventually(() => expect(labels(notices)).toContain('after'));
    expect(labels(notices).slice(1)).toEqual(['before', 'during 0', 'during 1', 'during 2', 'after']);
    expectIncreasing(notices);
  });

  it('returns the entries after an id, page by page', async () => {
    const { feed, notices } = await follow();
    const storeId = await addStore(harness);
    for (let index = 0; index < 5; index += 1) await addEntry(storeId, `${index}`);
    await eventually(() => expect(notices).toHaveLength(6));
    const seenId = notices[1]?.id ?? '';
    expect(labels(await feed.since(seenId, 2))).toEqual(['1', '2']);
    expect(await feed.since(notices.at(-1)?.id ?? '', 10)).toEqual([]);
  });

  it('continues when a listener throws', async () => {
    const errors: unknown[] = [];
    const feed = new ChangeFeed(harness.database, harness.url, (error) => errors.push(error));
    feeds.push(feed);
    await feed.listening;
    const heard: string[] = [];
    feed.subscribe(() => {
      throw new Error('a listener failed');
    });
    feed.subscribe((notice) => heard.push(labelOf(notice)));
    const storeId = await addStore(harness);
    await addEntry(storeId, 'still there');
    await eventually(() => expect(heard).toContain('still there'));
    expect(String(errors[0])).toContain('listener failed');
  });
});
