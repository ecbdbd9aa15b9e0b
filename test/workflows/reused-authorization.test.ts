import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const sellerId = 'A1SELLER';

test('a store that uses an existing authorization is verified and connected without a consent', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start({ sellerId });
    expect(await store.handle.executeUpdate(messages.createStore)).toEqual({ outcome: 'created' });
    await fixture.sleepDays(1);
    expect(world.calls.filter((name) => name !== 'recordChange')).toEqual([
      'createStore',
      'verifyReuse',
      'reuseAuthorization',
    ]);
    expect(world.changes.map(({ status, entry }) => [status, entry.what])).toEqual([
      ['awaiting_authorization', 'created'],
      ['verifying', 'authorization_reused'],
      ['active', 'active'],
    ]);
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
  });
});

test('a refused reuse says why and leaves the store to be connected by its seller, and by nobody else', async () => {
  await fixture.run(async (world) => {
    const why = reason('not_participating', { sellerId, country: 'Mexico' });
    world.override({ verifyReuse: async () => ({ outcome: 'refused', reason: why }) });
    const store = await fixture.start({ sellerId });
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({ status: 'awaiting_authorization', reason: why });
    expect(world.changes.at(-1)?.consent).toBeUndefined();
    await store.consent('c1', 'A2OTHER');
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({
      status: 'awaiting_authorization',
      reason: { code: 'seller_mismatch' },
    });
    await store.consent('c2', sellerId);
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)?.status).toBe('active');
    expect(world.changes.at(-1)).not.toHaveProperty('reason');
    await store.delete();
  });
});

test('a consent of the seller takes the place of a reuse that Amazon keeps waiting', async () => {
  await fixture.run(async (world) => {
    world.override({ verifyReuse: () => Promise.reject(new Error('Amazon is away')) });
    const store = await fixture.start({ sellerId });
    await store.handle.executeUpdate(messages.createStore);
    await store.consent('c1', sellerId);
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({ status: 'active', consent: { consentId: 'c1' } });
    expect(world.calls).not.toContain('reuseAuthorization');
    await store.delete();
  });
});
