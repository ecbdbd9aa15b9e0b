import { describe, expect, test } from 'vitest';
import { reason } from '../../domain/reasons.ts';
import { periodFrom, reminderAt } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import {
  advance,
  type Authorization,
  newStore,
  nextDue,
  type StoreEvent,
  type StoreState,
} from '../../domain/store-life.ts';

const at = '2027-11-10T12:00:00.000Z';
const first: Authorization = { grantId: 'g1', sellerId: 'A1', ...periodFrom('2026-11-24T12:00:00.000Z', amazonYearMs) };
const renewed: Authorization = { grantId: 'g1', sellerId: 'A1', ...periodFrom(at, amazonYearMs) };
const live = (events: readonly StoreEvent[], from: StoreState = newStore) =>
  events.reduce((state, event) => advance(state, event, at), from);

const granted = (consentId: string, authorization: Authorization): StoreEvent[] => [
  { kind: 'authorization_received', consentId },
  { kind: 'authorized', consentId, authorization },
];
const bySibling: StoreEvent = { kind: 'authorized', authorization: renewed };
const undoFirst: StoreEvent = { kind: 'authorization_undone', consentId: 'c1', undone: first };
const undoRenewal: StoreEvent = { kind: 'authorization_undone', consentId: 'c2', undone: renewed, restored: first };
const undoOfSibling: StoreEvent = { kind: 'authorization_undone', undone: renewed, restored: first };

const awaiting = live([{ kind: 'created' }]);
const active = live(granted('c1', first), awaiting);
const reminded = live(
  [0, 1].map((index) => ({ kind: 'renewal_requested', reminder: reminderAt(first, index)! })),
  active,
);

/** Without what was replaced: two stores compare equal when their connections are the same. */
const connectionOf = ({ former: _former, ...state }: StoreState) => state;

describe('an authorization that is undone', () => {
  test('for the first time, leaves the store as it was before: it awaits its seller, and belongs to none', () => {
    expect(live([undoFirst], active)).toEqual(awaiting);
  });

  test('as a renewal, brings the former dates and reminders back', () => {
    const undone = live([...granted('c2', renewed), undoRenewal], reminded);
    expect(connectionOf(undone)).toEqual(connectionOf(reminded));
    expect(nextDue(undone)).toEqual(nextDue(reminded));
  });

  test('as a renewal of another store, does the same for this one', () => {
    expect(connectionOf(live([bySibling, undoOfSibling], reminded))).toEqual(connectionOf(reminded));
  });

  test.each<[string, StoreEvent[]]>([
    ['expired', [{ kind: 'expired' }]],
    ['disconnected', [{ kind: 'disconnected', reason: reason('authorization_revoked', { sellerId: 'A1' }) }]],
  ])('leaves a store %s that was so before', (status, events) => {
    const ended = live(events, active);
    const undone = live([...granted('c2', renewed), undoRenewal], ended);
    expect(undone).toMatchObject({ status, reason: ended.reason, authorization: first });
  });

  test('lets a store that has begun with it go on with the one before', () => {
    const reused: StoreEvent[] = [
      { kind: 'authorization_reused', sellerId: 'A1' },
      { kind: 'authorized', consentId: 'reused', authorization: renewed },
    ];
    expect(live([...reused, undoOfSibling], awaiting)).toMatchObject({ status: 'active', authorization: first });
    const withoutFormer: StoreEvent = { kind: 'authorization_undone', undone: renewed };
    expect(live([...reused, withoutFormer], awaiting).status).toBe('awaiting_authorization');
  });

  test('keeps the pause of an admin', () => {
    const paused = live([...granted('c2', renewed), { kind: 'disabled' }, undoRenewal], reminded);
    expect(paused).toMatchObject({ status: 'renewal_due', enabled: false });
  });

  test('does not break off a newer consent, which decides', () => {
    const newer = live([{ kind: 'authorization_received', consentId: 'c9' }, undoFirst], active);
    expect(newer.status).toBe('verifying');
    const refused: StoreEvent = { kind: 'authorization_refused', consentId: 'c9', reason: reason('code_expired') };
    expect(live([refused], newer).status).toBe('awaiting_authorization');
    expect(live([{ kind: 'authorized', consentId: 'c9', authorization: renewed }], newer).status).toBe('active');
  });

  test.each<[string, StoreState]>([
    ['twice', live([undoFirst], active)],
    ['after a newer one', live(granted('c2', renewed), active)],
    [
      'after the store was disconnected',
      live([{ kind: 'disconnected', reason: reason('disconnected_by_admin') }], active),
    ],
    ['after its year', live([{ kind: 'expired' }], active)],
  ])('changes nothing %s', (_when, state) => {
    expect(advance(state, undoFirst, at)).toBe(state);
  });
});
