import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import type { StoreStatus } from '../../domain/store-status.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { type Stack, startStack } from './stack.ts';

const yearMs = scaledYearMs(30_000);
const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('after kill -9 of everything', { timeout: limitMs(90_000) }, () => {
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

  /** Thirty stores in every status there is. */
  async function populate(): Promise<void> {
    for (let index = 0; index < 12; index += 1) await connected();
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
    // These are to be young when everything ends.
    const [oldest] = await stack.allStores();
    const lateInTheYear = Date.parse(oldest?.expiresAt ?? '') - yearMs / 3;
    await eventually(() => expect(Date.now()).toBeGreaterThan(lateInTheYear), { timeoutMs: yearMs });
    active = await many(3, connected);
    // On a busy machine its year may be over before anybody looks.
    await stack.becomes(oldest?.id ?? '', ['renewal_due', 'expired']);
    // As late as can be: an outage as long as a year would end their year, too.
    verifying = await many(3, async () => {
      const { id } = await stack.add();
      await stack.fault({ kind: 'outage', seller: sellerOf(id) });
      await stack.connect(id, sellerOf(id));
      await stack.becomes(id, 'verifying');
      return id;
    });
    // The first twelve were connected one after the other, so that some have expired while others are due.
    await eventually(
      async () => {
        const now = await all();
        expect(inStatus(now, 'expired').length).toBeGreaterThanOrEqual(2);
        expect(inStatus(now, 'renewal_due').length).toBeGreaterThanOrEqual(1);
      },
      { timeoutMs: yearMs },
    );
  }

  beforeAll(async () => {
    stack = await startStack(`${yearMs / 1000}s`);
    await populate();
    before = await all();
    await stack.killAll();
    await stack.restart();
    after = await all();
  }, limitMs(180_000));
  afterAll(() => stack?.stop(), limitMs(60_000));

  it('finds thirty stores in all statuses', () => {
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

  it('has every store where it was, but for what its calendar brought meanwhile', () => {
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [id, was] of before) {
      const is = after.get(id);
      if (was.next !== undefined && Date.parse(was.next.at) <= Date.now()) expect(is).toMatchObject(settingsOf(was));
      else expect(is).toEqual(was);
    }
    // Not everything may have hidden behind the calendar.
    const untouched = [...before.values()].filter(({ next }) => next === undefined || Date.parse(next.at) > Date.now());
    expect(untouched.length).toBeGreaterThanOrEqual(12);
  });

  it('goes on with what was under way, and with the clock of each year', async () => {
    for (const { id } of inStatus(before, 'renewal_due')) await stack.becomes(id, 'expired', yearMs);
    await stack.clearFaults();
    for (const id of verifying) {
      await eventually(
        async () => {
          const told = (await stack.timeline(id)).map(({ what }) => what);
          expect(told.filter((what) => what === 'active')).toHaveLength(1);
          expect(told.filter((what) => what === 'authorization_received')).toHaveLength(1);
        },
        { timeoutMs: 45_000 },
      );
    }
  });

  it('renews one store and lets another one expire', async () => {
    const [renewed = '', leftAlone = ''] = active;
    const old = await stack.findStore(renewed);
    await stack.connect(renewed, sellerOf(renewed));
    await eventually(async () => {
      const { status, expiresAt = '' } = await stack.findStore(renewed);
      expect(status).toBe('active');
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.parse(old.expiresAt ?? ''));
    });
    await stack.becomes(leftAlone, 'expired', yearMs);
    expect((await stack.findStore(renewed)).status).toBeOneOf(['active', 'renewal_due']);
  });
});

/** What no calendar changes. */
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
