/** Stores as their workflows left them, written directly: one statement for each table. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { reason } from '../../domain/reasons.ts';
import { periodFrom, reminderDays } from '../../domain/renewal-schedule.ts';
import { advance, newStore, nextStep, type StoreEvent, type StoreState } from '../../domain/store-life.ts';
import { dayMs } from '../../domain/schedule.ts';
import { yearMs } from '../adapters/postgres/store-harness.ts';

const created: StoreEvent = { kind: 'created' };

/** Every status that a recorded store can have, in the middle of its time. `n`: makes ids of sellers differ. */
const lives: readonly ((n: number) => StoreState)[] = [
  // One is being verified: a worker retries each of them without end while Amazon is away.
  (n) => livedThrough([created, ...(n === 0 ? [received(randomUUID())] : [])]),
  () => livedThrough([created]),
  (n) => livedThrough([created, ...connected(n, 100)]),
  (n) => livedThrough([created, ...connected(n, 350), ...reminded(2)]),
  (n) => livedThrough([created, ...connected(n, 370), ...reminded(6), { kind: 'expired' }]),
  (n) =>
    livedThrough([created, ...connected(n, 30), { kind: 'disconnected', reason: reason('disconnected_by_admin') }]),
  (n) => livedThrough([created, ...connected(n, 30), { kind: 'disabled' }]),
  (n) => livedThrough([created, ...connected(n, 30), { kind: 'deleted' }]),
];

export interface ManyRows {
  /** By id of the store; without those that are deleted. */
  readonly live: ReadonlyMap<string, StoreState>;
}

export async function insertManyRows(database: Knex, count: number): Promise<ManyRows> {
  const stores = Array.from({ length: count }, (_, n) => {
    const life = lives[n % lives.length] ?? (() => newStore);
    return { id: randomUUID(), n, state: life(n) };
  });
  const at = new Date(Date.now() - 60_000);
  const authorizations = stores.flatMap(({ state }) => (state.authorization ? [state.authorization] : []));
  await database.batchInsert(
    'grants',
    authorizations.map(({ grantId, sellerId, authorizedAt, expiresAt }) => ({
      id: grantId,
      selling_partner_id: sellerId,
      region: 'NA',
      sealed_refresh_token: 'sealed',
      authorized_at: authorizedAt,
      expires_at: expiresAt,
    })),
  );
  await database.batchInsert(
    'stores',
    stores.map(({ id, n, state }) => ({
      ...{ id, website: 'base', name: `Store ${n}`, name_key: `store ${n}`, country: 'US' },
      email: state.status === 'deleted' ? null : `store-${n}@example.com`,
      ...{ status: state.status, status_since: at, enabled: state.enabled, set_up: state.setUp },
      reason: state.reason && JSON.stringify(state.reason),
      seller_id: state.sellerId ?? null,
      grant_id: state.authorization?.grantId ?? null,
      authorized_at: state.authorization?.authorizedAt ?? null,
      expires_at: state.authorization?.expiresAt ?? null,
      next_what: nextStep(state)?.what ?? null,
      next_at: nextStep(state)?.at ?? null,
      ...{ changed_at: at, workflow_state_at: at, created_at: at, updated_at: at },
      workflow_state: JSON.stringify({ store: state, seq: 3, consents: [] }),
    })),
  );
  const live = stores.filter(({ state }) => state.status !== 'deleted');
  return { live: new Map(live.map(({ id, state }) => [id, state])) };
}

function livedThrough(events: readonly StoreEvent[]): StoreState {
  return events.reduce((state, event) => advance(state, event, new Date().toISOString()), newStore);
}

function connected(n: number, daysAgo: number): readonly StoreEvent[] {
  const consentId = randomUUID();
  const period = periodFrom(new Date(Date.now() - daysAgo * dayMs).toISOString(), yearMs);
  const authorization = { grantId: randomUUID(), sellerId: `A${n}SELLER`, ...period };
  return [received(consentId), { kind: 'authorized', authorization, consentId }];
}

function received(consentId: string): StoreEvent {
  return { kind: 'authorization_received', consentId };
}

function reminded(count: number): readonly StoreEvent[] {
  return reminderDays
    .slice(0, count)
    .map((days, index) => ({ kind: 'renewal_requested', reminder: { index, days, at: '' } }));
}
