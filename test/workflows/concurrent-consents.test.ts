import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { eventually } from '../setup/eventually.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();

test('the newer of two concurrent consents wins, whatever the result of the first', async () => {
  await fixture.run(async (harness) => {
    let firstIsAnswered = false;
    harness.override({
      exchangeAuthorizationCode: async (consentId) => {
        if (consentId === 'first' && !firstIsAnswered) throw new Error('Amazon is away');
        return { outcome: 'exchanged' };
      },
    });
    const store = await fixture.start();
    await store.consent('first');
    await fixture.sleepDays(0.001);
    await store.consent('second');
    await fixture.sleepDays(0.01);
    firstIsAnswered = true;
    await fixture.sleepDays(1);
    expect(
      harness.changes
        .filter(({ consent }) => consent?.outcome === 'connected')
        .map(({ consent }) => consent?.consentId),
    ).toEqual(['second']);
    await store.delete();
  });
});

test('a consent that is refused ends no attempt that goes on, and leaves neither a reason nor an e-mail', async () => {
  await fixture.run(async (harness) => {
    let isAway = true;
    harness.override({
      exchangeAuthorizationCode: async (consentId) =>
        consentId === 'junk' ? { outcome: 'refused', reason: reason('code_expired') } : { outcome: 'exchanged' },
      verifyConnection: async () => {
        if (isAway) throw new Error('Amazon is away');
        return { outcome: 'verified', suspendedListings: false };
      },
    });
    const store = await fixture.start();
    await store.consent('genuine');
    await fixture.sleepDays(0.001);
    await store.consent('junk');
    await fixture.sleepDays(0.001);
    expect(harness.changes.at(-1)).toMatchObject({ status: 'verifying', consent: { consentId: 'junk' } });
    expect(harness.changes.at(-1)?.reason).toBeUndefined();
    isAway = false;
    await fixture.sleepDays(1);
    expect(harness.changes.at(-1)).toMatchObject({
      status: 'active',
      consent: { consentId: 'genuine', outcome: 'connected' },
    });
    expect(harness.messages).toEqual([]);
    await store.delete();
  });
});

test('a store that release 0.2.0 would return to the connection of a year that ended is expired after a refusal', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await eventually(() => expect(harness.changes.at(-1)?.status).toBe('active'));
    await store.handle.terminate();
    const last = harness.changes.at(-1);
    if (!last?.carried) throw new Error('Nothing was recorded');
    const attempt = { consentId: 'late', returnTo: 'renewal_due' } as const;
    const legacy = { ...last.carried.store, status: 'verifying', attempt } as const;
    harness.changes.push({ ...last, key: 'legacy', carried: { ...last.carried, store: legacy } });
    const code = reason('exchange_timed_out');
    harness.override({ exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: code }) });
    const restarted = await fixture.restart(store);
    await eventually(() => expect(harness.changes.at(-1)).toMatchObject({ status: 'expired', reason: code }));
    await eventually(() =>
      expect(harness.messages.map(({ message }) => message)).toMatchObject([{ kind: 'connect_again', reason: code }]),
    );
    await restarted.delete();
  });
});
