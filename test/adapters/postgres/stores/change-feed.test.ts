import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenChangeFeed, openChangeFeed } from '../../../../adapters/postgres/stores/change-feed.ts';
import { addTimelineEntries } from '../../../../adapters/postgres/stores/timeline.ts';
import type { StoreChangeNotice } from '../../../../api/ports.ts';
import { eventually } from '../../../setup/eventually.ts';
import { addStore, changeOf, openStoreWorld, queriesWaiting, type StoreWorld } from '../store-harness.ts';

let world: StoreWorld;
const feeds: OpenChangeFeed[] = [];
beforeAll(async () => {
  world = await openStoreWorld();
});
afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.close()));
});
afterAll(() => world.close());

async function follow(): Promise<{ feed: OpenChangeFeed; heard: StoreChangeNotice[] }> {
  const feed = openChangeFeed(world.database, world.url);
  feeds.push(feed);
  await feed.listening;
  const heard: StoreChangeNotice[] = [];
  feed.subscribe((notice) => heard.push(notice));
  return { feed, heard };
}

const note = (storeId: string, text: string) =>
  world.stores.noteOnTimeline(storeId, randomUUID(), { what: 'check_passed', text });
const texts = (heard: readonly StoreChangeNotice[]) => heard.map(({ entry }) => entry.text);

function expectIncreasing(heard: readonly StoreChangeNotice[]): void {
  const ids = heard.map(({ id }) => Number(id));
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
}

describe('the change feed', () => {
  it('tells of every entry to every listener until it stops listening', async () => {
    const { feed, heard } = await follow();
    const second: string[] = [];
    const stop = feed.subscribe(({ entry }) => second.push(entry.text));
    const storeId = await addStore(world);
    await eventually(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ storeId, entry: { what: 'created', status: 'awaiting_authorization' } });
    expect(second).toHaveLength(1);
    stop();
    await note(storeId, 'later');
    await eventually(() => expect(texts(heard)).toContain('later'));
    expect(second).toHaveLength(1);
  });

  it('tells in order what many write at once, nothing left out', async () => {
    const { heard } = await follow();
    const ids = await Promise.all(Array.from({ length: 5 }, () => addStore(world)));
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        world.stores.recordChange(
          changeOf(ids[index % 5] ?? '', { entry: { what: 'check_passed', text: `${index}` } }),
        ),
      ),
    );
    await eventually(() => expect(heard).toHaveLength(65));
    expectIncreasing(heard);
  });

  it('leaves out none that another overtook', async () => {
    const { heard } = await follow();
    const storeId = await addStore(world);
    const slow = await world.database.transaction();
    await addTimelineEntries(slow, [{ storeId, key: 'slow', what: 'check_passed', text: 'slow' }]);
    const fast = note(storeId, 'fast');
    await queriesWaiting(world, 1);
    await slow.commit();
    await fast;
    await eventually(() => expect(texts(heard)).toEqual(['Something happened.', 'slow', 'fast']));
  });

  it('does not tell what was rolled back', async () => {
    const { heard } = await follow();
    const storeId = await addStore(world);
    const failing = () => Promise.reject(new Error('no'));
    await world.settings.changeSettings(storeId, { name: 'Never' }, failing).catch(() => undefined);
    await note(storeId, 'after');
    await eventually(() => expect(texts(heard)).toContain('after'));
    expect(heard).toHaveLength(2);
  });

  it('catches up on what happened while its connection was lost', async () => {
    const { heard } = await follow();
    const storeId = await addStore(world);
    await note(storeId, 'before');
    for (let round = 0; round < 3; round += 1) {
      // Between two connections there is none to cut: the feed may still be on its way back.
      await eventually(async () => {
        const killed = await world.database.raw(
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity
           where application_name = 'perennial-feed' and datname = current_database()`,
        );
        expect(killed.rowCount).toBe(1);
      });
      await note(storeId, `during ${round}`);
      await eventually(() => expect(texts(heard)).toContain(`during ${round}`));
    }
    await note(storeId, 'after');
    await eventually(() => expect(texts(heard)).toContain('after'));
    expect(texts(heard).slice(1)).toEqual(['before', 'during 0', 'during 1', 'during 2', 'after']);
    expectIncreasing(heard);
  });

  it('gives a latecomer what it missed, page by page', async () => {
    const { feed, heard } = await follow();
    const storeId = await addStore(world);
    for (let index = 0; index < 5; index += 1) await note(storeId, `${index}`);
    await eventually(() => expect(heard).toHaveLength(6));
    const seen = heard[1]?.id ?? '';
    expect(texts(await feed.since(seen, 2))).toEqual(['1', '2']);
    expect(await feed.since(heard.at(-1)?.id ?? '', 10)).toEqual([]);
  });

  it('goes on when a listener throws', async () => {
    const troubles: unknown[] = [];
    const feed = openChangeFeed(world.database, world.url, (error) => troubles.push(error));
    feeds.push(feed);
    await feed.listening;
    const heard: string[] = [];
    feed.subscribe(() => {
      throw new Error('a listener fell over');
    });
    feed.subscribe(({ entry }) => heard.push(entry.text));
    const storeId = await addStore(world);
    await note(storeId, 'still there');
    await eventually(() => expect(heard).toContain('still there'));
    expect(String(troubles[0])).toContain('fell over');
  });
});
