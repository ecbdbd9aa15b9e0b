import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import type { StoreStatus } from '../../domain/store-status.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { type Stack, startStack } from './stack.ts';

const yearMs = scaledYearMs(30_000);
const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('a product that starts again after kill -9 of everything', { timeout: limitMs(120_000) + yearMs }, () => {
  let stack: Stack;
  let before: ReadonlyMap<string, Store>;
  let after: ReadonlyMap<string, Store>;
  let verifying: readonly string[];
  let active: readonly string[];

  const sellerOf = (id: string): string => `seller-${id}@example.com`;

  async function connected(): Promise<string> {
    const { id } = await stack.add();
    await stack.connect(id, sellerOf(id));
    await stack.becomes(id, 'active');
    return id;
  }

  async function all(): Promise<ReadonlyMap<string, Store>> {
    return new Map((await stack.allStores()).map((store) => [store.id, store]));
  }

  const inStatus = (stores: ReadonlyMap<string, Store>, status: StoreStatus): Store[] =>
    [...stores.values()].filter((store) => store.status === status);

  /** Thirty stores in every status there is, as they are at one moment. */
  async function populate(): Promise<ReadonlyMap<string, Store>> {
    await many(4, () => stack.add());
    await many(3, async () => {
      const { id } = await stack.add();
      await stack.call('DELETE', `/v1/stores/${id}`);
      await stack.becomes(id, 'deleted');
    });
    await many(2, async () => {
      const id = await connected();
      await stack.call('POST', `/v1/stores/${id}/disconnect`);
      await stack.becomes(id, 'disconnected');
    });
    await many(3, async () => {
      const id = await connected();
      await stack.call('POST', `/v1/stores/${id}/deactivate`);
      await eventually(async () => expect(await stack.findStore(id)).toMatchObject({ enabled: false }));
    });
    // One after the other, so that some have expired while others are due.
    const oldest = await stack.findStore(await connected());
    for (let count = 2; count <= 12; count += 1) await connected();
    // These are to be in the middle of their year when everything ends.
    const halfTheYear = Date.parse(oldest.expiresAt ?? '') - yearMs / 2;
    await eventually(() => expect(Date.now()).toBeGreaterThan(halfTheYear), { timeoutMs: yearMs });
    active = await many(3, connected);
    // On a busy machine its year may be over before the next poll.
    await stack.becomes(oldest.id, ['renewal_due', 'expired'], yearMs);
    // As late as possible, because an outage of a whole year would end their year as well.
    verifying = await many(3, async () => {
      const { id } = await stack.add();
      await stack.fault({ kind: 'outage', seller: sellerOf(id) });
      await stack.connect(id, sellerOf(id));
      // The first attempt may still change the store.
      await eventually(async () =>
        expect((await stack.timeline(id)).map(({ what }) => what)).toContain('amazon_unavailable'),
      );
      expect((await stack.findStore(id)).status).toBe('verifying');
      return id;
    });
    return eventually(
      async () => {
        const stores = await all();
        expect(inStatus(stores, 'expired').length).toBeGreaterThanOrEqual(2);
        expect(inStatus(stores, 'renewal_due').length).toBeGreaterThanOrEqual(1);
        return stores;
      },
      { timeoutMs: yearMs },
    );
  }

  beforeAll(
    async () => {
      stack = await startStack(`${yearMs / 1000}s`);
      before = await populate();
      await stack.killAll();
      await stack.restart();
      after = await all();
    },
    limitMs(300_000) + 2 * yearMs,
  );
  afterAll(() => stack?.stop(), limitMs(60_000));

  it('begins with thirty stores in all statuses', () => {
    expect(before.size).toBe(30);
    const statuses: StoreStatus[] = [
      'awaiting_authorization',
      'verifying',
      'active',
      'renewal_due',
      'expired',
      'disconnected',
      'deleted',
    ];
    expect(new Set([...before.values()].map(({ status }) => status))).toEqual(new Set(statuses));
    const paused = [...before.values()].filter(({ enabled, authorizedAt }) => authorizedAt !== undefined && !enabled);
    expect(paused).toHaveLength(3);
  });

  it('keeps every store as it was, except for what fell due meanwhile', () => {
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [id, was] of before) {
      const is = after.get(id);
      if (was.next !== undefined && Date.parse(was.next.at) <= Date.now()) expect(is).toMatchObject(settingsOf(was));
      else expect(is).toEqual(was);
    }
    // If something had fallen due for every store, the comparison above would have compared little.
    const untouched = [...before.values()].filter(({ next }) => next === undefined || Date.parse(next.at) > Date.now());
    expect(untouched.length).toBeGreaterThanOrEqual(12);
  });

  it('continues pending verifications, and each year ends on time', async () => {
    for (const { id } of inStatus(before, 'renewal_due')) await stack.becomes(id, 'expired', yearMs);
    await stack.clearFaults();
    for (const id of verifying) {
      await eventually(
        async () => {
          const entries = (await stack.timeline(id)).map(({ what }) => what);
          expect(entries.filter((what) => what === 'active')).toHaveLength(1);
          expect(entries.filter((what) => what === 'authorization_received')).toHaveLength(1);
        },
        { timeoutMs: 60_000 },
      );
    }
  });

  it('renews one store and expires another one', async () => {
    const [renewed = '', leftAlone = ''] = active;
    const old = await stack.findStore(renewed);
    await stack.connect(renewed, sellerOf(renewed));
    await eventually(
      async () => {
        const { status, expiresAt = '' } = await stack.findStore(renewed);
        expect(status).toBe('active');
        expect(Date.parse(expiresAt)).toBeGreaterThan(Date.parse(old.expiresAt ?? ''));
      },
      { timeoutMs: 30_000 },
    );
    await stack.becomes(leftAlone, 'expired', yearMs);
    expect((await stack.findStore(renewed)).status).toBeOneOf(['active', 'renewal_due']);
  });
});

/** The fields that no date changes. */
function settingsOf({
  id,
  name,
  email,
  country,
  enabled,
  sellerId,
  authorizedAt,
  expiresAt,
  createdAt,
}: Store): object {
  return { id, name, email, country, enabled, sellerId, authorizedAt, expiresAt, createdAt };
}
