import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import type { Authorization } from '../../domain/store-life.ts';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const whats = () => fixture.world.changes.map(({ entry }) => entry.what);

test('a store is created, connected and put to sleep until its renewal is asked for', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    expect(await store.handle.executeUpdate(messages.createStore)).toEqual({ outcome: 'created' });
    expect(world.changes.at(-1)?.status).toBe('awaiting_authorization');
    const consentId = await store.consent();
    await fixture.sleepDays(1);
    expect(world.calls.filter((name) => name !== 'recordChange')).toEqual([
      'createStore',
      'exchangeAuthorizationCode',
      'verifyConnection',
      'adoptAuthorization',
    ]);
    expect(world.changes.at(-1)).toMatchObject({
      status: 'active',
      enabled: true,
      consent: { consentId, outcome: 'connected' },
      next: { what: 'renewal_request' },
    });
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
  });
});

test('a refused creation answers the API and ends the workflow with that outcome', async () => {
  await fixture.run(async (world) => {
    const refused = { outcome: 'refused', reason: reason('store_name_taken', { name: 'Amazon Store USA' }) } as const;
    world.override({ createStore: async () => refused });
    const store = await fixture.start();
    expect(await store.handle.result()).toEqual(refused);
    expect(world.changes).toEqual([]);
  });
});

test('a consent that arrives before the store is recorded is not lost', async () => {
  await fixture.run(async (world) => {
    let recorded = false;
    world.override({
      createStore: async () => {
        if (!recorded) throw new Error('PostgreSQL is away');
        return { outcome: 'created' };
      },
    });
    const store = await fixture.start();
    await store.consent();
    recorded = true;
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});

test('the same consent twice is effective once', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    const consentId = await store.consent();
    await store.consent(consentId);
    await fixture.sleepDays(1);
    await store.consent(consentId);
    await fixture.sleepDays(1);
    expect(world.calls.filter((name) => name === 'exchangeAuthorizationCode')).toHaveLength(1);
    expect(whats()).toEqual(['created', 'authorization_received', 'active']);
    await store.delete();
  });
});

test('a code that came too late sends the seller a fresh link and waits again', async () => {
  await fixture.run(async (world) => {
    world.override({ exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: reason('code_expired') }) });
    const store = await fixture.start();
    const consentId = await store.consent();
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({
      status: 'awaiting_authorization',
      reason: { code: 'code_expired' },
      consent: { consentId, outcome: { code: 'code_expired' } },
    });
    expect(world.messages.map(({ message }) => message)).toMatchObject([
      { kind: 'connect_again', reason: { code: 'code_expired' } },
    ]);
    await store.delete();
  });
});

test.each(['not_participating', 'account_not_eligible'] as const)(
  '%s is a reason of its own, and the next consent clears it',
  async (code) => {
    await fixture.run(async (world) => {
      world.override({ verifyConnection: async () => ({ outcome: 'refused', reason: reason(code) }) });
      const store = await fixture.start();
      await store.consent();
      await fixture.sleepDays(1);
      expect(world.changes.at(-1)).toMatchObject({ status: 'awaiting_authorization', reason: { code } });
      world.override({ verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }) });
      await store.consent();
      await fixture.sleepDays(1);
      expect(world.changes.at(-1)?.status).toBe('active');
      expect(world.changes.at(-1)?.reason).toBeUndefined();
      await store.delete();
    });
  },
);

test('a renewal by another seller is refused without asking Amazon, and changes nothing', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(350);
    const before = world.changes.at(-1)!;
    await store.consent('c-other', 'A2OTHER');
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({
      status: 'renewal_due',
      authorization: before.authorization,
      reason: reason('seller_mismatch', { expected: 'A1SELLER', actual: 'A2OTHER' }),
      consent: { consentId: 'c-other', outcome: { code: 'seller_mismatch' } },
    });
    expect(world.calls.filter((name) => name === 'exchangeAuthorizationCode')).toHaveLength(1);
    await store.delete();
  });
});

test('the newest of two consents under way wins, whatever becomes of the first', async () => {
  await fixture.run(async (world) => {
    let firstMayAnswer = false;
    world.override({
      exchangeAuthorizationCode: async (consentId) => {
        if (consentId === 'first' && !firstMayAnswer) throw new Error('Amazon is away');
        return { outcome: 'exchanged' };
      },
    });
    const store = await fixture.start();
    await store.consent('first');
    await fixture.sleepDays(0.001);
    await store.consent('second');
    await fixture.sleepDays(0.01);
    firstMayAnswer = true;
    await fixture.sleepDays(1);
    expect(
      world.changes.filter(({ consent }) => consent?.outcome === 'connected').map(({ consent }) => consent?.consentId),
    ).toEqual(['second']);
    await store.delete();
  });
});

test('an outage leaves the store verifying until Amazon is back, and nobody is written to', async () => {
  await fixture.run(async (world) => {
    let away = true;
    world.override({
      exchangeAuthorizationCode: async () => {
        if (away) throw new Error('Amazon is away');
        return { outcome: 'exchanged' };
      },
    });
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(0.1);
    expect(world.changes.at(-1)?.status).toBe('verifying');
    away = false;
    await fixture.sleepDays(0.01);
    expect(world.changes.at(-1)?.status).toBe('active');
    expect(world.messages).toEqual([]);
    await store.delete();
  });
});

test('the renewal of one store renews the others of the same authorization', async () => {
  await fixture.run(async (world) => {
    const usa = await fixture.start();
    const canada = await fixture.start({ country: 'CA' });
    await usa.consent();
    await canada.consent();
    await fixture.sleepDays(350);
    world.siblings = [canada.storeId];
    const { runId: before } = await canada.handle.describe();
    await usa.consent();
    await fixture.sleepDays(1);
    expect((await canada.handle.describe()).runId).not.toBe(before);
    const last = (storeId: string) => world.changes.filter((change) => change.storeId === storeId).at(-1)!;
    expect(last(canada.storeId)).toMatchObject({ status: 'active', entry: { what: 'renewed' } });
    expect(last(canada.storeId).authorization).toEqual(last(usa.storeId).authorization);
    await usa.delete();
    await canada.delete();
  });
});

test('one message asks for all stores of an authorization', async () => {
  await fixture.run(async (world) => {
    const usa = await fixture.start();
    const canada = await fixture.start({ country: 'CA' });
    const period: Authorization = {
      grantId: 'shared',
      sellerId: 'A1SELLER',
      authorizedAt: new Date(await fixture.env.currentTimeMs()).toISOString(),
      expiresAt: new Date((await fixture.env.currentTimeMs()) + 365 * 86_400_000).toISOString(),
    };
    world.override({ adoptAuthorization: async () => ({ outcome: 'adopted', authorization: period, siblings: [] }) });
    await usa.consent();
    await canada.consent();
    await fixture.sleepDays(340);
    expect(world.changes.filter(({ entry }) => entry.what === 'renewal_requested')).toHaveLength(2);
    expect(world.messages).toHaveLength(1);
    await usa.delete();
    await canada.delete();
  });
});

test('the seller’s revocation is believed after three checks over an hour, in the middle of the year', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(150);
    const revoked = reason('authorization_revoked', { sellerId: 'A1SELLER' });
    world.override({ checkConnection: async () => ({ outcome: 'failing', reason: revoked }) });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(50 / 1440);
    expect(world.changes.at(-1)).toMatchObject({ status: 'active', entry: { what: 'check_failed' } });
    await fixture.sleepDays(20 / 1440);
    expect(world.changes.at(-1)).toMatchObject({ status: 'disconnected', reason: revoked });
    expect(world.messages.map(({ message }) => message.kind)).toEqual(['connect_again']);
    expect(whats().filter((what) => what === 'check_failed')).toHaveLength(3);
    await fixture.sleepDays(400);
    expect(world.messages).toHaveLength(1);
    await store.consent();
    await fixture.sleepDays(1);
    expect(world.changes.at(-1)).toMatchObject({ status: 'active' });
    await store.delete();
  });
});

test('one failing check that the next contradicts changes nothing and is said to be over', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let failures = 1;
    world.override({
      checkConnection: async () =>
        failures-- > 0
          ? { outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'A1' }) }
          : { outcome: 'connected' },
    });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(1);
    expect(whats().slice(-2)).toEqual(['check_failed', 'recovered']);
    expect(world.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});

test('an admin disconnects at once: the secret goes, and the year’s reminders with it', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    await store.handle.signal(messages.disconnectRequested);
    await store.handle.signal(messages.disconnectRequested);
    await fixture.sleepDays(400);
    expect(whats().slice(-1)).toEqual(['disconnected']);
    expect(whats().filter((what) => what === 'disconnected')).toHaveLength(1);
    expect(world.messages).toEqual([]);
    await store.delete();
  });
});

test.each(['awaiting_authorization', 'verifying', 'active'] as const)('a store is deleted while %s', async (status) => {
  await fixture.run(async (world) => {
    if (status === 'verifying')
      world.override({
        exchangeAuthorizationCode: async () => {
          throw new Error('Amazon is away');
        },
      });
    const store = await fixture.start();
    if (status !== 'awaiting_authorization') await store.consent();
    await fixture.sleepDays(0.01);
    expect(world.changes.at(-1)?.status).toBe(status);
    expect(await store.delete()).toEqual({ outcome: 'deleted' });
    expect(world.changes.at(-1)).toMatchObject({ status: 'deleted', entry: { what: 'deleted' } });
    expect(world.calls).toContain('forgetAuthorization');
  });
});
