import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const sellerId = 'A1SELLER';

test('a store that reuses an authorization is verified and connected without a consent', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start({ sellerId });
    expect(await store.handle.executeUpdate(messages.createStore)).toEqual({ outcome: 'created' });
    await fixture.sleepDays(1);
    expect(harness.calls.filter((name) => name !== 'recordChange')).toEqual([
      'createStore',
      'verifyReuse',
      'reuseAuthorization',
    ]);
    expect(harness.changes.map(({ status, entry }) => [status, entry.what])).toEqual([
      ['awaiting_authorization', 'created'],
      ['verifying', 'authorization_reused'],
      ['active', 'active'],
    ]);
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
  });
});

test('a refused reuse shows the reason, and only the same seller can connect the store', async () => {
  await fixture.run(async (harness) => {
    const why = reason('not_participating', { sellerId, country: 'Mexico' });
    harness.override({ verifyReuse: async () => ({ outcome: 'refused', reason: why }) });
    const store = await fixture.start({ sellerId });
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'awaiting_authorization', reason: why });
    expect(harness.changes.at(-1)?.consent).toBeUndefined();
    await store.consent('c1', 'A2OTHER');
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'awaiting_authorization',
      reason: { code: 'seller_mismatch' },
    });
    await store.consent('c2', sellerId);
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)?.status).toBe('active');
    expect(harness.changes.at(-1)).not.toHaveProperty('reason');
    await store.delete();
  });
});

test('a consent of the seller replaces a reuse that still waits for Amazon', async () => {
  await fixture.run(async (harness) => {
    harness.override({ verifyReuse: () => Promise.reject(new Error('Amazon is away')) });
    const store = await fixture.start({ sellerId });
    await store.handle.executeUpdate(messages.createStore);
    await store.consent('c1', sellerId);
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active', consent: { consentId: 'c1' } });
    expect(harness.calls).not.toContain('reuseAuthorization');
    await store.delete();
  });
});
