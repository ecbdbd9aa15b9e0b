import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import type { Authorization } from '../../domain/store-life.ts';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const whats = () => fixture.harness.changes.map(({ entry }) => entry.what);

test('a store is created, connected and sleeps until its renewal request', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    expect(await store.handle.executeUpdate(messages.createStore)).toEqual({ outcome: 'created' });
    expect(harness.changes.at(-1)?.status).toBe('awaiting_authorization');
    const consentId = await store.consent();
    await fixture.sleepDays(1);
    expect(harness.calls.filter((name) => name !== 'recordChange')).toEqual([
      'createStore',
      'exchangeAuthorizationCode',
      'verifyConnection',
      'adoptAuthorization',
    ]);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'active',
      enabled: true,
      consent: { consentId, outcome: 'connected' },
      next: { what: 'renewal_request' },
    });
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
  });
});

test('a refused creation is the result of the update and of the workflow', async () => {
  await fixture.run(async (harness) => {
    const refused = { outcome: 'refused', reason: reason('store_name_taken', { name: 'Amazon Store USA' }) } as const;
    harness.override({ createStore: async () => refused });
    const store = await fixture.start();
    expect(await store.handle.result()).toEqual(refused);
    expect(harness.changes).toEqual([]);
  });
});

test('a consent that arrives before the store is recorded is not lost', async () => {
  await fixture.run(async (harness) => {
    let recorded = false;
    harness.override({
      createStore: async () => {
        if (!recorded) throw new Error('PostgreSQL is away');
        return { outcome: 'created' };
      },
    });
    const store = await fixture.start();
    await store.consent();
    recorded = true;
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});

test('a repeated consent has no effect', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    const consentId = await store.consent();
    await store.consent(consentId);
    await fixture.sleepDays(1);
    await store.consent(consentId);
    await fixture.sleepDays(1);
    expect(harness.calls.filter((name) => name === 'exchangeAuthorizationCode')).toHaveLength(1);
    expect(whats()).toEqual(['created', 'authorization_received', 'active']);
    await store.delete();
  });
});

test('an expired code sends the seller a new link, and the store waits for the next consent', async () => {
  await fixture.run(async (harness) => {
    harness.override({
      exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: reason('code_expired') }),
    });
    const store = await fixture.start();
    const consentId = await store.consent();
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'awaiting_authorization',
      reason: { code: 'code_expired' },
      consent: { consentId, outcome: { code: 'code_expired' } },
    });
    expect(harness.messages.map(({ message }) => message)).toMatchObject([
      { kind: 'connect_again', reason: { code: 'code_expired' } },
    ]);
    await store.delete();
  });
});

test.each([reason('not_participating', { sellerId: 'A1SELLER', country: 'Canada' }), reason('account_not_eligible')])(
  '$code is the reason until the next consent',
  async (why) => {
    await fixture.run(async (harness) => {
      harness.override({ verifyConnection: async () => ({ outcome: 'refused', reason: why }) });
      const store = await fixture.start();
      await store.consent();
      await fixture.sleepDays(1);
      expect(harness.changes.at(-1)).toMatchObject({ status: 'awaiting_authorization', reason: why });
      harness.override({ verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }) });
      await store.consent();
      await fixture.sleepDays(1);
      expect(harness.changes.at(-1)?.status).toBe('active');
      expect(harness.changes.at(-1)?.reason).toBeUndefined();
      await store.delete();
    });
  },
);

test('a renewal by another seller is refused without a call to Amazon, and changes nothing', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(350);
    const before = harness.changes.at(-1)!;
    await store.consent('c-other', 'A2OTHER');
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'renewal_due',
      authorization: before.authorization,
      reason: reason('seller_mismatch', { expected: 'A1SELLER', actual: 'A2OTHER' }),
      consent: { consentId: 'c-other', outcome: { code: 'seller_mismatch' } },
    });
    expect(harness.calls.filter((name) => name === 'exchangeAuthorizationCode')).toHaveLength(1);
    await store.delete();
  });
});

test('an outage leaves the store verifying until Amazon is back, and sends no e-mail', async () => {
  await fixture.run(async (harness) => {
    let away = true;
    harness.override({
      exchangeAuthorizationCode: async () => {
        if (away) throw new Error('Amazon is away');
        return { outcome: 'exchanged' };
      },
    });
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(0.1);
    expect(harness.changes.at(-1)?.status).toBe('verifying');
    away = false;
    await fixture.sleepDays(0.01);
    expect(harness.changes.at(-1)?.status).toBe('active');
    expect(harness.messages).toEqual([]);
    await store.delete();
  });
});

test('the renewal of one store renews the other stores of its authorization', async () => {
  await fixture.run(async (harness) => {
    const usa = await fixture.start();
    const canada = await fixture.start({ country: 'CA' });
    await usa.consent();
    await canada.consent();
    await fixture.sleepDays(350);
    harness.siblings = [canada.storeId];
    const { runId: before } = await canada.handle.describe();
    await usa.consent();
    await fixture.sleepDays(1);
    expect((await canada.handle.describe()).runId).not.toBe(before);
    const last = (storeId: string) => harness.changes.filter((change) => change.storeId === storeId).at(-1)!;
    expect(last(canada.storeId)).toMatchObject({ status: 'active', entry: { what: 'renewed' } });
    expect(last(canada.storeId).authorization).toEqual(last(usa.storeId).authorization);
    await usa.delete();
    await canada.delete();
  });
});

test('one renewal request covers all stores of an authorization', async () => {
  await fixture.run(async (harness) => {
    const usa = await fixture.start();
    const canada = await fixture.start({ country: 'CA' });
    const period: Authorization = {
      grantId: 'shared',
      sellerId: 'A1SELLER',
      authorizedAt: new Date(await fixture.env.currentTimeMs()).toISOString(),
      expiresAt: new Date((await fixture.env.currentTimeMs()) + 365 * 86_400_000).toISOString(),
    };
    harness.override({ adoptAuthorization: async () => ({ outcome: 'adopted', authorization: period, siblings: [] }) });
    await usa.consent();
    await canada.consent();
    await fixture.sleepDays(340);
    expect(harness.changes.filter(({ entry }) => entry.what === 'renewal_requested')).toHaveLength(2);
    expect(harness.messages).toHaveLength(1);
    await usa.delete();
    await canada.delete();
  });
});

test('a revocation by the seller is believed after three checks over an hour, in the middle of the year', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(150);
    const revoked = reason('authorization_revoked', { sellerId: 'A1SELLER' });
    harness.override({ checkConnection: async () => ({ outcome: 'failing', reason: revoked }) });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(50 / 1440);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active', entry: { what: 'check_failed' } });
    await fixture.sleepDays(20 / 1440);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'disconnected', reason: revoked });
    expect(harness.messages.map(({ message }) => message.kind)).toEqual(['connect_again']);
    expect(whats().filter((what) => what === 'check_failed')).toHaveLength(3);
    await fixture.sleepDays(400);
    expect(harness.messages).toHaveLength(1);
    await store.consent();
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'active' });
    await store.delete();
  });
});

test('a failing check that the next one contradicts changes no status and is followed by a recovery', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let failures = 1;
    harness.override({
      checkConnection: async () =>
        failures-- > 0
          ? { outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'A1' }) }
          : { outcome: 'connected' },
    });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(1);
    expect(whats().slice(-2)).toEqual(['check_failed', 'recovered']);
    expect(harness.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});

test('a disconnection by an admin takes effect at once and stops the reminders of the year', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    await store.handle.signal(messages.disconnectRequested);
    await store.handle.signal(messages.disconnectRequested);
    await fixture.sleepDays(400);
    expect(whats().slice(-1)).toEqual(['disconnected']);
    expect(whats().filter((what) => what === 'disconnected')).toHaveLength(1);
    expect(harness.messages).toEqual([]);
    await store.delete();
  });
});

test.each(['awaiting_authorization', 'verifying', 'active'] as const)('a store is deleted while %s', async (status) => {
  await fixture.run(async (harness) => {
    if (status === 'verifying')
      harness.override({
        exchangeAuthorizationCode: async () => {
          throw new Error('Amazon is away');
        },
      });
    const store = await fixture.start();
    if (status !== 'awaiting_authorization') await store.consent();
    await fixture.sleepDays(0.01);
    expect(harness.changes.at(-1)?.status).toBe(status);
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
    expect(harness.changes.at(-1)).toMatchObject({ status: 'deleted', entry: { what: 'deleted' } });
    expect(harness.calls).toContain('forgetAuthorization');
  });
});
