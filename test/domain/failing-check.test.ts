import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import { addMs, amazonYearMs } from '../../domain/schedule.ts';
import {
  advance,
  type Authorization,
  checkStarted,
  isRevocationConfirmed,
  newStore,
  nextDue,
  type StoreEvent,
  type StoreState,
} from '../../domain/store-life.ts';

const at = '2026-11-24T12:00:00.000Z';
const authorization: Authorization = { grantId: 'g1', sellerId: 'A1', ...periodFrom(at, amazonYearMs) };
const revoked = reason('authorization_revoked', { sellerId: 'A1' });

function live(events: readonly StoreEvent[], from: StoreState): StoreState {
  return events.reduce((state, event) => advance(state, event, at), from);
}

const active = live(
  [
    { kind: 'created' },
    { kind: 'authorization_received', consentId: 'c1' },
    { kind: 'authorized', consentId: 'c1', authorization },
  ],
  newStore,
);
const reached = {
  active,
  expired: live([{ kind: 'expired' }], active),
  disconnected: live([{ kind: 'disconnected', reason: reason('disconnected_by_admin') }], active),
};

describe('a failing check', () => {
  const fail: StoreEvent = { kind: 'check_failed', reason: revoked };

  const minutesLater = (minutes: number) => addMs(at, minutes * 60_000);

  test('does not end a connection; one an hour later confirms a revocation', () => {
    const once = live([fail], reached.active);
    expect(once.status).toBe('active');
    expect(isRevocationConfirmed(once, minutesLater(0))).toBe(false);
    expect(isRevocationConfirmed(advance(once, fail, minutesLater(59)), minutesLater(59))).toBe(false);
    expect(isRevocationConfirmed(advance(once, fail, minutesLater(60)), minutesLater(60))).toBe(true);
  });

  test('confirms nothing sooner however often it is repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(59), { minLength: 1, maxLength: 50 }), (minutes) => {
        const times = minutes.toSorted((a, b) => a - b).map(minutesLater);
        const [first = at] = times;
        const suspected = times.reduce((state, time) => advance(state, fail, time), reached.active);
        expect(isRevocationConfirmed(suspected, addMs(first, 3_599_999))).toBe(false);
        expect(isRevocationConfirmed(suspected, addMs(first, 3_600_000))).toBe(true);
      }),
    );
  });

  test('counted by release 0.2.0 starts its hour with the next one', () => {
    const counted: StoreState = { ...reached.active, suspicion: { failures: 2, reason: revoked } };
    const next = advance(counted, fail, at);
    expect(isRevocationConfirmed(next, at)).toBe(false);
    expect(isRevocationConfirmed(next, minutesLater(60))).toBe(true);
  });

  test('is repeated half an hour later, for a year of 365 days', () => {
    expect(nextDue(live([fail], reached.active))).toEqual({ kind: 'check', at: '2026-11-24T12:30:00.000Z' });
  });

  test('is not repeated while it is running', () => {
    expect(nextDue(checkStarted(live([fail], reached.active)))?.kind).toBe('reminder');
  });

  test.each(['expired', 'disconnected'] as const)(
    'changes nothing when it finishes after the store is %s',
    (status) => {
      for (const event of [{ kind: 'check_passed' }, { kind: 'check_inconclusive' }, fail] satisfies StoreEvent[])
        expect(advance(reached[status], event, at)).toBe(reached[status]);
    },
  );

  test('is cleared when Amazon accepts the token again', () => {
    expect(live([fail, fail, { kind: 'check_passed' }], reached.active).suspicion).toBeUndefined();
  });

  test.each([
    reason('not_participating', { sellerId: 'A1', country: 'Canada' }),
    reason('access_denied', { sellerId: 'A1', requestId: 'r1' }),
  ])('with the reason $code is shown and confirms no revocation', (warning) => {
    const shown = live([fail, { kind: 'check_failed', reason: warning }], reached.active);
    expect(shown).toMatchObject({ status: 'active', reason: warning });
    expect(shown.suspicion).toBeUndefined();
    expect(live([{ kind: 'check_passed' }], shown).reason).toBeUndefined();
  });
});
