import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const whats = () => fixture.harness.changes.map(({ entry }) => entry.what);
const last = () => fixture.harness.changes.at(-1);
const count = (name: string) => fixture.harness.calls.filter((call) => call === name).length;
const minutes = (number: number) => number / 1440;

const revoked = reason('authorization_revoked', { sellerId: 'A1SELLER' });
const refusesToken = async () => ({ outcome: 'failing', reason: revoked }) as const;

test('a revocation is believed after an hour, however often the connection is checked', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    harness.override({ checkConnection: refusesToken });
    for (let checks = 1; checks <= 5; checks += 1) {
      await store.handle.signal(messages.checkRequested);
      await fixture.sleepDays(minutes(0.1));
      expect(whats().filter((what) => what === 'check_failed')).toHaveLength(checks);
    }
    await fixture.sleepDays(minutes(50));
    expect(last()?.status).toBe('active');
    await fixture.sleepDays(minutes(45));
    expect(last()).toMatchObject({ status: 'disconnected', reason: revoked });
    await store.delete();
  });
});

test('a consent that is being exchanged when a revocation is confirmed wins', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let isSlow = true;
    harness.override({
      checkConnection: refusesToken,
      exchangeAuthorizationCode: async () => {
        if (isSlow) throw new Error('Amazon is slow');
        return { outcome: 'exchanged' };
      },
    });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(minutes(45));
    const consentId = await store.consent();
    await fixture.sleepDays(minutes(60));
    expect(last()?.status).toBe('active');
    isSlow = false;
    await fixture.sleepDays(minutes(10));
    expect(last()).toMatchObject({ status: 'active', consent: { consentId, outcome: 'connected' } });
    expect(whats()).not.toContain('disconnected');
    expect(harness.messages).toEqual([]);
    await store.delete();
  });
});

test('a revocation that is confirmed while a consent is being exchanged counts when the consent is refused', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    let isSlow = true;
    harness.override({
      checkConnection: refusesToken,
      exchangeAuthorizationCode: async () => {
        if (isSlow) throw new Error('Amazon is slow');
        return { outcome: 'refused', reason: reason('account_not_eligible') };
      },
    });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(minutes(45));
    await store.consent();
    await fixture.sleepDays(minutes(60));
    isSlow = false;
    await fixture.sleepDays(minutes(45));
    expect(last()).toMatchObject({ status: 'disconnected', reason: revoked });
    await store.delete();
  });
});

test('the answer about the authorization before a renewal is not counted, and the check is repeated', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    const { authorizedAt } = last()?.authorization ?? {};
    let isRenewed = false;
    harness.override({
      checkConnection: async () => {
        if (!isRenewed) throw new Error('Amazon does not answer yet');
        if (count('checkConnection') > checksBefore + 1) return { outcome: 'connected' };
        return { outcome: 'failing', reason: revoked, authorizedAt };
      },
    });
    let checksBefore = 0;
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(minutes(5));
    await store.consent();
    await fixture.sleepDays(minutes(1));
    expect(last()?.entry.what).toBe('renewed');
    checksBefore = count('checkConnection');
    isRenewed = true;
    await fixture.sleepDays(minutes(30));
    expect(whats()).not.toContain('check_failed');
    expect(last()?.entry.what).toBe('check_passed');
    await store.delete();
  });
});

test('a denied access is shown as a warning and never ends the connection', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    const denied = reason('access_denied', { sellerId: 'A1SELLER', requestId: 'r1' });
    harness.override({ checkConnection: async () => ({ outcome: 'failing', reason: denied }) });
    for (let checks = 0; checks < 5; checks += 1) {
      await store.handle.signal(messages.checkRequested);
      await fixture.sleepDays(1);
    }
    expect(last()).toMatchObject({ status: 'active', reason: denied, entry: { what: 'check_failed' } });
    expect(harness.messages).toEqual([]);
    harness.override({ checkConnection: async () => ({ outcome: 'connected' }) });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(1);
    expect(last()?.reason).toBeUndefined();
    await store.delete();
  });
});

test.for([
  ['without a refresh token', reason('no_refresh_token')],
  ['whose stored code cannot be opened', reason('authorization_unreadable')],
] as const)('a renewal %s keeps the connection, says so, and sends a new link', async ([, why]) => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(340);
    const before = last();
    harness.messages.length = 0;
    harness.override({ exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: why }) });
    const consentId = await store.consent();
    await fixture.sleepDays(0.1);
    expect(last()).toMatchObject({
      status: 'renewal_due',
      authorization: before?.authorization,
      reason: why,
      consent: { consentId, outcome: why },
    });
    expect(harness.messages.map(({ message }) => message)).toMatchObject([
      { kind: 'connect_again', reason: why, connection: 'kept' },
    ]);
    await store.delete();
  });
});

test('a consent refused after the year ended during an older one leaves the store expired', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(350);
    let isAway = true;
    harness.override({
      exchangeAuthorizationCode: async (consentId) => {
        if (consentId === 'older' && isAway) throw ApplicationFailure.create({ nextRetryDelay: '30 days' });
        return { outcome: 'refused', reason: reason('account_not_eligible') };
      },
    });
    await store.consent('older');
    await fixture.sleepDays(16);
    expect(last()?.status).toBe('expired');
    await store.consent('newer');
    await fixture.sleepDays(1);
    expect(last()?.status).toBe('verifying');
    isAway = false;
    await fixture.sleepDays(14);
    expect(last()?.status).toBe('expired');
    expect(harness.changes.map(({ consent }) => consent?.consentId)).toContain('older');
    await store.delete();
  });
});

test('a token of another seller ends the connection at once, until a consent of the right seller', async () => {
  await fixture.run(async (harness) => {
    const why = reason('seller_mismatch', { expected: 'A1SELLER', actual: 'A2OTHER' });
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    harness.override({ checkConnection: async () => ({ outcome: 'failing', reason: why }) });
    await store.handle.signal(messages.checkRequested);
    await fixture.sleepDays(minutes(0.1));
    expect(last()).toMatchObject({ status: 'disconnected', reason: why });
    expect(last()?.next).toBeUndefined();
    expect(harness.messages.map(({ message }) => message)).toMatchObject([{ kind: 'connect_again', reason: why }]);
    await store.consent();
    await fixture.sleepDays(1);
    expect([last()?.status, last()?.reason]).toEqual(['active', undefined]);
    await store.delete();
  });
});
