import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttemptOutcome, outcomeKind } from '../../domain/connection-attempts.ts';
import { reason, type Reason } from '../../domain/reasons.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import { addMs, amazonYearMs } from '../../domain/schedule.ts';
import { consentsUnderWay, endedAttempts, isUnderWay } from '../../domain/store-attempts.ts';
import { advance, newStore, type StoreEvent, type StoreState } from '../../domain/store-life.ts';
import { canTransition, isConnected } from '../../domain/store-status.ts';

const start = '2026-11-24T12:00:00.000Z';
const yearOf = (days: number) => ({
  grantId: 'g1',
  sellerId: 'A1',
  ...periodFrom(addMs(start, days * 86_400_000), amazonYearMs),
});

/** A store with everything that was ever recorded about its consents. */
class Life {
  state: StoreState = newStore;
  readonly given: string[] = [];
  readonly outcomes = new Map<string, AttemptOutcome[]>();
  private day = 0;

  record(event: StoreEvent): void {
    const before = this.state;
    const ended = endedAttempts(before, event);
    const after = advance(before, event, start);
    expectTransition(before, after);
    for (const { consentId, outcome } of ended)
      this.outcomes.set(consentId, [...(this.outcomes.get(consentId) ?? []), outcome]);
    this.state = after;
    expectOneOutcomeEach(this);
  }

  give(): void {
    if (this.state.status === 'creating' || this.state.status === 'deleted') return;
    const consentId = `c${this.given.length + 1}`;
    this.given.push(consentId);
    this.record({ kind: 'authorization_received', consentId, underWay: consentsUnderWay(this.state) });
  }

  /** Amazon's answer arrives for one of the consents under way, the oldest or a newer one. */
  answer(index: number, why?: Reason): void {
    const consents = consentsUnderWay(this.state);
    const consentId = consents[index % Math.max(1, consents.length)];
    if (consentId === undefined) return;
    if (why) this.record({ kind: 'authorization_refused', consentId, reason: why });
    else this.record({ kind: 'authorized', consentId, authorization: yearOf((this.day += 1)) });
  }

  renewSibling(): void {
    this.record({ kind: 'authorized', authorization: yearOf((this.day += 1)) });
  }

  /** The next run goes on from what was carried. */
  continueAsNew(): void {
    const carried: StoreState = JSON.parse(JSON.stringify(this.state));
    this.state = carried;
    expectOneOutcomeEach(this);
  }
}

function expectTransition({ status: from }: StoreState, { status: to }: StoreState): void {
  expect(canTransition(from, to), `${from} → ${to}`).toBe(true);
}

function expectOneOutcomeEach({ state, given, outcomes }: Life): void {
  for (const consentId of given) {
    const count = outcomes.get(consentId)?.length ?? 0;
    expect(count, `${consentId} has ${count} outcomes`).toBe(isUnderWay(state, consentId) ? 0 : 1);
  }
  const { attempt, status } = state;
  expect(status === 'verifying' && !attempt).toBe(false);
  // A possible status to return to.
  expect(status !== 'verifying' || canTransition(status, attempt?.returnTo ?? 'creating')).toBe(true);
  // What became of a consent is no reason of its store.
  expect(state.reason?.code).not.toBe('superseded');
}

const late = reason('code_expired');
const revoked = reason('authorization_revoked', { sellerId: 'A1' });
const byAdmin = reason('disconnected_by_admin');

type Step = readonly [name: string, take: (life: Life) => void];
const steps: readonly Step[] = [
  ['consent', (life) => life.give()],
  ['consent', (life) => life.give()],
  ['oldest verified', (life) => life.answer(0)],
  ['newer verified', (life) => life.answer(1)],
  ['oldest refused', (life) => life.answer(0, late)],
  ['newer refused', (life) => life.answer(1, late)],
  ['found superseded', (life) => life.answer(0, reason('superseded'))],
  ['found cancelled', (life) => life.answer(0, byAdmin)],
  ['the year ends', (life) => life.record({ kind: 'expired' })],
  ['revocation confirmed', (life) => life.record({ kind: 'disconnected', reason: revoked })],
  ['disconnected by an admin', (life) => life.record({ kind: 'disconnected', reason: byAdmin })],
  ['sibling renewed', (life) => life.renewSibling()],
  ['continued as new', (life) => life.continueAsNew()],
];
const anySteps = fc.array(fc.constantFrom(...steps), { maxLength: 30 });

function live(taken: readonly Step[]): Life {
  const life = new Life();
  life.record({ kind: 'created' });
  for (const [, take] of taken) take(life);
  return life;
}

describe('in any order of consents, answers, dates and commands', () => {
  test('every consent is under way or has exactly one outcome, and the deletion ends the last of them', () => {
    fc.assert(
      fc.property(anySteps, (taken) => {
        const life = live(taken);
        life.record({ kind: 'deleted' });
        expect(consentsUnderWay(life.state)).toEqual([]);
        for (const consentId of life.given) expect(life.outcomes.get(consentId)).toHaveLength(1);
      }),
      { numRuns: 600 },
    );
  });

  test('only an administrator and a newer consent end an attempt that Amazon has not answered', () => {
    fc.assert(
      fc.property(anySteps, fc.constantFrom(revoked, undefined), (taken, why) => {
        const life = live(taken);
        const before = consentsUnderWay(life.state);
        life.record(why ? { kind: 'disconnected', reason: why } : { kind: 'expired' });
        expect(consentsUnderWay(life.state)).toEqual(before);
        life.renewSibling();
        expect(consentsUnderWay(life.state)).toEqual(before);
        // The oldest may still connect the store.
        const [oldest] = before;
        life.answer(0);
        if (oldest !== undefined) expect(life.state.status).toBe('active');
        if (oldest !== undefined) expect(life.outcomes.get(oldest)).toEqual(['connected']);
      }),
      { numRuns: 300 },
    );
  });

  test('refusals alone never connect a store whose year has ended', () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), (taken, order) => {
        const life = live(taken);
        life.record({ kind: 'expired' });
        if (isConnected(life.state.status)) return;
        const wasEnded = life.state.status;
        life.give();
        life.give();
        for (const index of order) life.answer(index, late);
        while (consentsUnderWay(life.state).length > 0) life.answer(0, late);
        expect(isConnected(life.state.status)).toBe(false);
        if (wasEnded === 'expired') expect(life.state.status).toBe('expired');
      }),
      { numRuns: 300 },
    );
  });
});

test('a consent that was adopted supersedes the older ones and leaves the newer ones', () => {
  const life = live([]);
  for (const _consent of ['c1', 'c2', 'c3']) life.give();
  life.answer(1);
  expect(life.outcomes.get('c1')?.map(outcomeKind)).toEqual(['superseded']);
  expect(life.outcomes.get('c2')?.map(outcomeKind)).toEqual(['connected']);
  expect(consentsUnderWay(life.state)).toEqual(['c3']);
  life.record({ kind: 'disconnected', reason: byAdmin });
  expect(life.outcomes.get('c3')?.map(outcomeKind)).toEqual(['cancelled']);
});

test('a consent that is found superseded or cancelled leaves the reason of its store', () => {
  const life = live([]);
  life.give();
  life.answer(0, late);
  for (const why of [reason('superseded'), byAdmin]) {
    life.give();
    life.answer(0, why);
    expect(life.state.reason).toEqual(late);
  }
});

test('release 0.2.0 returned to a connection whose year had ended; the refusal says where to return to instead', () => {
  const legacy: StoreState = {
    ...{ status: 'verifying', enabled: true, setUp: true, nextReminder: 6, authorization: yearOf(0) },
    attempt: { consentId: 'c3', returnTo: 'renewal_due' },
  };
  const refused: StoreEvent = {
    ...{ kind: 'authorization_refused', consentId: 'c3', reason: late },
    returnTo: 'expired',
  };
  expect(advance(legacy, refused, start).status).toBe('expired');
});
