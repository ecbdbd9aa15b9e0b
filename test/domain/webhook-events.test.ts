import { describe, expect, it } from 'vitest';
import type { StoreEvent } from '../../domain/store-life.ts';
import { advance, newStore } from '../../domain/store-life.ts';
import { describeEvent } from '../../domain/timeline.ts';
import { reason } from '../../domain/reasons.ts';
import { webhookTypesOf } from '../../domain/webhook-events.ts';

const authorization = {
  grantId: 'g',
  sellerId: 'A1',
  authorizedAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2027-01-01T00:00:00.000Z',
};
const later = {
  ...authorization,
  authorizedAt: '2026-12-20T00:00:00.000Z',
  expiresAt: '2027-12-20T00:00:00.000Z',
};
const granted = (consentId: string, given = authorization): StoreEvent[] => [
  { kind: 'authorization_received', consentId },
  { kind: 'authorized', consentId, authorization: given },
];
const reminder = (index: number, days: number): StoreEvent => ({
  kind: 'renewal_requested',
  reminder: { index, days, at: '2026-12-02T00:00:00.000Z' },
});
const revoked = reason('authorization_revoked', { sellerId: 'A1' });
const begin: StoreEvent[] = [{ kind: 'created' }, ...granted('c1')];

/** What listeners hear of these events, in order. */
function told(events: readonly StoreEvent[]): string[] {
  let store = newStore;
  return events.flatMap((event) => {
    const after = advance(store, event, '2026-06-01T00:00:00.000Z');
    const { what } = describeEvent(event, store, after);
    const types = webhookTypesOf({ what, before: store.status, after: after.status });
    store = after;
    return types;
  });
}

const beginning = ['store.created', 'store.authorized', 'store.active'];

describe('listeners hear', () => {
  it('that a store was created, authorized and is active', () => {
    expect(told(begin)).toEqual(beginning);
  });

  it('once a year that renewal is due, whatever the number of reminders', () => {
    const year = [...begin, reminder(0, -30), reminder(1, -14), reminder(2, -7), ...granted('c2', later)];
    expect(told([...year, reminder(0, -30)])).toEqual([
      ...beginning,
      'store.renewal_due',
      'store.renewed',
      'store.renewal_due',
    ]);
  });

  it('that an expired store is active again', () => {
    expect(told([...begin, { kind: 'expired' }, reminder(5, 0), ...granted('c2', later)])).toEqual([
      ...beginning,
      'store.expired',
      'store.renewed',
      'store.active',
    ]);
  });

  it('of a confirmed revocation, not of the checks before it, and of a doubt that was unfounded', () => {
    const doubted: StoreEvent[] = [...begin, { kind: 'check_failed', reason: revoked }];
    expect(told([...doubted, { kind: 'check_passed' }])).toEqual([...beginning, 'store.recovered']);
    expect(told([...doubted, { kind: 'disconnected', reason: revoked }])).toEqual([...beginning, 'store.disconnected']);
  });

  it('nothing of attempts that came to nothing, and nothing of a disconnection before the first connection', () => {
    const refused: StoreEvent = { kind: 'authorization_refused', consentId: 'c1', reason: reason('code_expired') };
    const byAdmin: StoreEvent = { kind: 'disconnected', reason: reason('disconnected_by_admin') };
    const received: StoreEvent = { kind: 'authorization_received', consentId: 'c1' };
    expect(told([{ kind: 'created' }, received, refused, received, byAdmin])).toEqual(['store.created']);
  });

  it('of the pause of an admin and of a deletion', () => {
    expect(told([...begin, { kind: 'disabled' }, { kind: 'enabled' }, { kind: 'deleted' }])).toEqual([
      ...beginning,
      'store.disabled',
      'store.enabled',
      'store.deleted',
    ]);
  });
});
