import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
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
