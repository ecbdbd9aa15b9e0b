import { describe, expect, it } from 'vitest';
import type { StoreEvent } from '../../domain/store-life.ts';
import { advance, newStore } from '../../domain/store-life.ts';
import { describeEvent } from '../../domain/timeline.ts';
import { reason } from '../../domain/reasons.ts';
import { webhookTypesFor } from '../../domain/webhook-events.ts';

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
const granted = (consentId: string, period = authorization): StoreEvent[] => [
  { kind: 'authorization_received', consentId },
  { kind: 'authorized', consentId, authorization: period },
];
const reminder = (index: number, days: number): StoreEvent => ({
  kind: 'renewal_requested',
  reminder: { index, days, at: '2026-12-02T00:00:00.000Z' },
});
const revoked = reason('authorization_revoked', { sellerId: 'A1' });
const connected: StoreEvent[] = [{ kind: 'created' }, ...granted('c1')];

/** Webhook types of these events, in order. */
function typesOf(events: readonly StoreEvent[]): string[] {
  let store = newStore;
  return events.flatMap((event) => {
    const after = advance(store, event, '2026-06-01T00:00:00.000Z');
    const { what } = describeEvent(event, store, after, '2026-06-01T00:00:00.000Z');
    const types = webhookTypesFor({ what, before: store.status, after: after.status });
    store = after;
    return types;
  });
}

const firstTypes = ['store.created', 'store.authorized', 'store.active'];

describe('endpoints receive', () => {
  it('store.created, store.authorized and store.active of a new store', () => {
    expect(typesOf(connected)).toEqual(firstTypes);
  });

  it('store.renewal_due once a year, whatever the number of reminders', () => {
    const year = [...connected, reminder(0, -30), reminder(1, -14), reminder(2, -7), ...granted('c2', later)];
    expect(typesOf([...year, reminder(0, -30)])).toEqual([
      ...firstTypes,
      'store.renewal_due',
      'store.renewed',
      'store.renewal_due',
    ]);
  });

  it('what the store is after an authorization was undone', () => {
    const undone = (consentId: string, period = authorization): StoreEvent => ({
      kind: 'authorization_undone',
      consentId,
      undone: period,
      ...(period === later && { restored: authorization }),
    });
    const renewed = ['store.renewed', 'store.renewal_due'];
    const year = [...connected, reminder(0, -30), ...granted('c2', later), undone('c2', later)];
    expect(typesOf([...connected, undone('c1')])).toEqual([...firstTypes, 'store.disconnected']);
    expect(typesOf(year)).toEqual([...firstTypes, 'store.renewal_due', ...renewed]);
    expect(typesOf([...connected, ...granted('c2', later), undone('c2', later)])).toEqual([
      ...firstTypes,
      ...['store.renewed', 'store.active'],
    ]);
    const late = [...connected, { kind: 'expired' } as const, ...granted('c2', later), undone('c2', later)];
    expect(typesOf(late)).toEqual([...firstTypes, 'store.expired', 'store.renewed', 'store.active', 'store.expired']);
  });

  it('store.active when an expired store is renewed', () => {
    expect(typesOf([...connected, { kind: 'expired' }, reminder(5, 0), ...granted('c2', later)])).toEqual([
      ...firstTypes,
      'store.expired',
      'store.renewed',
      'store.active',
    ]);
  });

  it('store.disconnected after a confirmed revocation and store.recovered after an unconfirmed one', () => {
    const checkFailed: StoreEvent[] = [...connected, { kind: 'check_failed', reason: revoked }];
    expect(typesOf([...checkFailed, { kind: 'check_passed' }])).toEqual([...firstTypes, 'store.recovered']);
    expect(typesOf([...checkFailed, { kind: 'disconnected', reason: revoked }])).toEqual([
      ...firstTypes,
      'store.disconnected',
    ]);
  });

  it('nothing about refused attempts, or about a disconnection before the first connection', () => {
    const refused: StoreEvent = { kind: 'authorization_refused', consentId: 'c1', reason: reason('code_expired') };
    const byAdmin: StoreEvent = { kind: 'disconnected', reason: reason('disconnected_by_admin') };
    const received: StoreEvent = { kind: 'authorization_received', consentId: 'c1' };
    expect(typesOf([{ kind: 'created' }, received, refused, received, byAdmin])).toEqual(['store.created']);
  });

  it('store.disabled, store.enabled and store.deleted', () => {
    expect(typesOf([...connected, { kind: 'disabled' }, { kind: 'enabled' }, { kind: 'deleted' }])).toEqual([
      ...firstTypes,
      'store.disabled',
      'store.enabled',
      'store.deleted',
    ]);
  });
});
