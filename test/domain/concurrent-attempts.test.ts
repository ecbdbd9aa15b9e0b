import { expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { advance, newStore, type StoreEvent, type StoreState } from '../../domain/store-life.ts';

const at = '2026-11-24T12:00:00.000Z';
const authorization = { grantId: 'g1', sellerId: 'A1EXAMPLE', ...periodFrom(at, amazonYearMs) };
const refusal = (consentId: string): StoreEvent => ({
  kind: 'authorization_refused',
  consentId,
  reason: reason('code_expired'),
});
const adoption = (consentId: string): StoreEvent => ({ kind: 'authorized', consentId, authorization });
const live = (events: readonly StoreEvent[], from: StoreState): StoreState =>
  events.reduce((state, event) => advance(state, event, at), from);

const two = live(
  [
    { kind: 'created' },
    { kind: 'authorization_received', consentId: 'c1' },
    { kind: 'authorization_received', consentId: 'c2', underWay: ['c1'] },
  ],
  newStore,
);

test.each([
  ['c1', 'c2'],
  ['c2', 'c1'],
])('a refusal of %s leaves status and reason to %s', (refused, other) => {
  const one = live([refusal(refused)], two);
  expect([one.status, one.reason, one.attempt?.consentId]).toEqual(['verifying', undefined, other]);
  expect(live([refusal(other)], one)).toMatchObject({
    status: 'awaiting_authorization',
    reason: { code: 'code_expired' },
  });
  expect(live([adoption(other)], one).status).toBe('active');
});

test('an adoption ends the older attempts, and leaves the newer ones', () => {
  const older = live([adoption('c1')], two);
  expect([older.status, older.attempt]).toEqual(['active', { consentId: 'c2', returnTo: 'active' }]);
  expect(live([adoption('c2')], two).attempt).toBeUndefined();
});
