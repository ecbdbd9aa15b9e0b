import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { reason } from '../../domain/reasons.ts';
import { locales } from '../../locales/index.ts';
import { periodFrom, reminderAt, reminderDays } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import {
  advance,
  newStore,
  nextDue,
  nextStep,
  type Authorization,
  type StoreEvent,
  type StoreState,
} from '../../domain/store-life.ts';
import { canTransition, isConnected, storeStatuses, transitions, type StoreStatus } from '../../domain/store-status.ts';
import { describeEvent, timelineCodes } from '../../domain/timeline.ts';
import { timelineText } from '../../locales/timeline-text.ts';

const at = '2026-11-24T12:00:00.000Z';
const authorization: Authorization = { grantId: 'g1', sellerId: 'A1', ...periodFrom(at, amazonYearMs) };
const later: Authorization = { grantId: 'g1', sellerId: 'A1', ...periodFrom('2027-10-30T00:00:00.000Z', amazonYearMs) };
const revoked = reason('authorization_revoked', { sellerId: 'A1' });
const byAdmin = reason('disconnected_by_admin');
const reminder = (index: number) => reminderAt(authorization, index)!;

function live(events: readonly StoreEvent[], from: StoreState = newStore): StoreState {
  return events.reduce((state, event) => advance(state, event, at), from);
}

const consent = (consentId: string): StoreEvent => ({ kind: 'authorization_received', consentId });
const connected: StoreEvent[] = [
  { kind: 'created' },
  consent('c1'),
  { kind: 'authorized', consentId: 'c1', authorization },
];
const reached: Readonly<Record<StoreStatus, StoreState>> = {
  creating: newStore,
  awaiting_authorization: live([{ kind: 'created' }]),
  verifying: live([{ kind: 'created' }, consent('c1')]),
  active: live(connected),
  renewal_due: live([...connected, { kind: 'renewal_requested', reminder: reminder(0) }]),
  expired: live([...connected, { kind: 'expired' }]),
  disconnected: live([...connected, { kind: 'disconnected', reason: byAdmin }]),
  deleted: live([...connected, { kind: 'deleted' }]),
};

describe('the table of transitions', () => {
  const allowed: Readonly<Record<StoreStatus, readonly StoreStatus[]>> = {
    creating: ['awaiting_authorization'],
    awaiting_authorization: ['verifying', 'deleted'],
    verifying: ['active', 'awaiting_authorization', 'expired', 'disconnected', 'deleted'],
    active: ['renewal_due', 'expired', 'disconnected', 'awaiting_authorization', 'verifying', 'deleted'],
    renewal_due: ['active', 'expired', 'disconnected', 'awaiting_authorization', 'verifying', 'deleted'],
    expired: ['verifying', 'active', 'disconnected', 'deleted'],
    disconnected: ['verifying', 'active', 'deleted'],
    deleted: [],
  };
  for (const from of storeStatuses)
    for (const to of storeStatuses)
      test(`${from} → ${to} is ${from === to || allowed[from].includes(to) ? 'allowed' : 'forbidden'}`, () => {
        expect(canTransition(from, to)).toBe(from === to || allowed[from].includes(to));
      });

  test.each(storeStatuses)('a store reaches %s', (status) => {
    expect(reached[status].status).toBe(status);
  });
});

const someEvents: Readonly<Record<StoreEvent['kind'], StoreEvent>> = {
  created: { kind: 'created' },
  authorization_received: consent('c9'),
  authorization_reused: { kind: 'authorization_reused', sellerId: 'A1' },
  authorization_refused: { kind: 'authorization_refused', consentId: 'c1', reason: reason('code_expired') },
  authorized: { kind: 'authorized', consentId: 'c1', authorization: later },
  authorization_undone: { kind: 'authorization_undone', consentId: 'c1', undone: authorization },
  renewal_requested: { kind: 'renewal_requested', reminder: reminder(0) },
  expired: { kind: 'expired' },
  check_passed: { kind: 'check_passed' },
  check_failed: { kind: 'check_failed', reason: revoked },
  check_inconclusive: { kind: 'check_inconclusive' },
  disconnected: { kind: 'disconnected', reason: byAdmin },
  enabled: { kind: 'enabled' },
  disabled: { kind: 'disabled' },
  deleted: { kind: 'deleted' },
};

/** What each event makes of a store in each status; a status that is not named stays. */
const outcomes: Partial<Record<StoreStatus, Partial<Record<StoreEvent['kind'], StoreStatus>>>> = {
  creating: { created: 'awaiting_authorization' },
  awaiting_authorization: {
    authorization_received: 'verifying',
    authorization_reused: 'verifying',
    deleted: 'deleted',
  },
  verifying: {
    authorization_refused: 'awaiting_authorization',
    authorized: 'active',
    disconnected: 'awaiting_authorization',
    deleted: 'deleted',
  },
  active: {
    renewal_requested: 'renewal_due',
    authorization_undone: 'awaiting_authorization',
    expired: 'expired',
    disconnected: 'disconnected',
    deleted: 'deleted',
  },
  renewal_due: {
    authorization_undone: 'awaiting_authorization',
    expired: 'expired',
    disconnected: 'disconnected',
    deleted: 'deleted',
  },
  expired: { authorization_received: 'verifying', disconnected: 'disconnected', deleted: 'deleted' },
  disconnected: { authorization_received: 'verifying', deleted: 'deleted' },
};

describe('every event in every status', () => {
  for (const status of storeStatuses)
    for (const [kind, event] of Object.entries(someEvents)) {
      const expected = outcomes[status]?.[event.kind] ?? status;
      test(`${status} and ${kind}: ${expected}`, () => {
        expect(advance(reached[status], event, at).status).toBe(expected);
      });
    }
});

describe('a renewal', () => {
  test('is attempted while the connection keeps working', () => {
    const trying = advance(reached.renewal_due, consent('c2'), at);
    expect(trying.status).toBe('renewal_due');
    expect(live([{ kind: 'authorized', consentId: 'c2', authorization: later }], trying)).toMatchObject({
      status: 'active',
      authorization: later,
      nextReminder: 0,
    });
  });

  test('that is refused keeps status and dates and sets the reason', () => {
    const why = reason('seller_mismatch', { expected: 'A1', actual: 'A2' });
    const refused = live([{ kind: 'authorization_refused', consentId: 'c2', reason: why }], reached.renewal_due);
    expect(refused).toMatchObject({ status: 'renewal_due', authorization, reason: why });
  });

  test('reconnects an expired store with its settings and clears the reason', () => {
    const paused = live([{ kind: 'disabled' }], reached.expired);
    const back = live([consent('c2'), { kind: 'authorized', consentId: 'c2', authorization: later }], paused);
    expect(back).toMatchObject({ status: 'active', enabled: false });
    expect(back.reason).toBeUndefined();
  });

  test('that is refused for an expired store leaves it expired', () => {
    const back = live(
      [consent('c2'), { kind: 'authorization_refused', consentId: 'c2', reason: reason('code_expired') }],
      reached.expired,
    );
    expect(back.status).toBe('expired');
  });

  test('that is refused after the year ended during an older attempt leaves the store expired', () => {
    const refused: StoreEvent = { kind: 'authorization_refused', consentId: 'c3', reason: reason('code_expired') };
    const state = live([consent('c2'), { kind: 'expired' }, consent('c3'), refused], reached.renewal_due);
    expect(state.status).toBe('expired');
  });

  test('by another store of the same authorization renews this one, once, and only with a later date', () => {
    const renewed = live([{ kind: 'authorized', authorization: later }], reached.renewal_due);
    expect(renewed).toMatchObject({ status: 'active', authorization: later });
    expect(advance(renewed, { kind: 'authorized', authorization }, at)).toBe(renewed);
    expect(advance(reached.active, { kind: 'authorized', authorization: { ...later, grantId: 'other' } }, at)).toBe(
      reached.active,
    );
  });

  test('does not affect a store that an admin disconnected', () => {
    expect(advance(reached.disconnected, { kind: 'authorized', authorization: later }, at)).toBe(reached.disconnected);
  });

  test('that is refused leaves the reason of a store that an admin disconnected', () => {
    const mismatch = reason('seller_mismatch', { expected: 'A1', actual: 'A2' });
    const refused: StoreEvent = { kind: 'authorization_refused', consentId: 'c2', reason: mismatch };
    const again = live([consent('c2'), refused], reached.disconnected);
    expect(again).toEqual(reached.disconnected);
    expect(live([consent('c2'), refused], reached.expired)).toMatchObject({ status: 'expired', reason: mismatch });
  });

  test('uses the newer of two consents', () => {
    const two = live([consent('c1'), consent('c2')], reached.awaiting_authorization);
    expect(advance(two, { kind: 'authorized', consentId: 'c1', authorization }, at)).toBe(two);
    expect(advance(two, { kind: 'authorized', consentId: 'c2', authorization }, at).status).toBe('active');
    expect(
      advance(two, { kind: 'authorization_refused', consentId: 'c2', reason: reason('code_expired') }, at).status,
    ).toBe('awaiting_authorization');
  });
});

describe('activation', () => {
  test('happens on the first connection, and an admin can undo it', () => {
    expect(reached.active.enabled).toBe(true);
    expect(live([{ kind: 'disabled' }], reached.active).enabled).toBe(false);
  });

  test('is not possible before the first connection', () => {
    expect(live([{ kind: 'enabled' }], reached.awaiting_authorization).enabled).toBe(false);
  });

  test('does not affect the year', () => {
    expect(nextDue(live([{ kind: 'disabled' }], reached.active))).toEqual(nextDue(reached.active));
  });
});

describe('what comes next', () => {
  test('is the renewal request, 30 days before the end', () => {
    expect(nextStep(reached.active)).toEqual({ what: 'renewal_request', at: '2027-10-25T12:00:00.000Z' });
  });

  test('is the end after the last reminder before it', () => {
    const requested = live([{ kind: 'renewal_requested', reminder: reminder(4) }], reached.active);
    expect(nextStep(requested)).toEqual({ what: 'expiry', at: authorization.expiresAt });
  });

  test.each(['awaiting_authorization', 'verifying', 'disconnected', 'deleted'] as const)(
    'is nothing in %s',
    (status) => {
      expect(nextStep(reached[status])).toBeUndefined();
    },
  );

  test('is nothing after the last reminder', () => {
    const requested = live(
      [{ kind: 'renewal_requested', reminder: reminder(reminderDays.length - 1) }],
      reached.expired,
    );
    expect(nextStep(requested)).toBeUndefined();
  });
});

describe('any history', () => {
  const anyEvent = fc.oneof(
    ...Object.values(someEvents).map((event) => fc.constant(event)),
    fc
      .constantFrom('c1', 'c2', 'c9')
      .map((consentId): StoreEvent => ({ kind: 'authorization_refused', consentId, reason: reason('code_expired') })),
    fc.constantFrom(consent('c1'), consent('c2'), { kind: 'authorized', authorization: later } satisfies StoreEvent),
    fc
      .nat(reminderDays.length - 1)
      .map((index): StoreEvent => ({ kind: 'renewal_requested', reminder: reminder(index) })),
  );

  function checkSteps(check: (event: StoreEvent, before: StoreState, after: StoreState) => void): void {
    const property = fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      let state = newStore;
      for (const event of events) {
        const after = advance(state, event, at);
        check(event, state, after);
        state = after;
      }
    });
    fc.assert(property, { numRuns: 500 });
  }

  test('moves only along the table', () => {
    checkSteps((_event, before, after) => {
      if (after.status !== before.status) expect(transitions[before.status]).toContain(after.status);
      expect(isConnected(after.status) && !after.authorization).toBe(false);
      if (after.status === 'deleted') expect(after.authorization ?? after.attempt).toBeUndefined();
    });
  });

  test('requests renewal at most once per reminder', () => {
    checkSteps((event, before, after) => {
      if (event.kind === 'renewal_requested' && after !== before)
        expect(after.nextReminder).toBeGreaterThan(before.nextReminder);
    });
  });

  test('is described in complete sentences in every language', () => {
    checkSteps((event, before, after) => {
      const entry = describeEvent(event, before, after, '2026-06-01T00:00:00.000Z');
      expect(timelineCodes).toContain(entry.what);
      const texts = locales.map((locale) => timelineText(entry, locale));
      for (const text of texts) expect(text).not.toMatch(/^$|undefined|NaN|\{|\}/);
      expect(new Set(texts).size).toBe(locales.length);
    });
  });
});
