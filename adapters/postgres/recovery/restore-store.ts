import type { Knex } from 'knex';
import type { StoreOnRecord } from '../../../activities/ports.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { type Authorization, nextStep, periodInForce, type StoreState } from '../../../domain/store-life.ts';
import { isConnected } from '../../../domain/store-status.ts';
import { forgetAuthorization } from '../authorizations/forget-authorization.ts';
import type { AuthorizationRow } from '../authorizations/rows.ts';
import { lockAuthorization } from '../db/locks.ts';
import { nameKey } from '../db/name-key.ts';
import { changedColumns, destroyAccess, settleConsent } from '../stores/record-change.ts';
import type { StoreRequestRow } from '../stores/rows.ts';
import type { StoreRow } from '../stores/store.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import { openLossAlarm } from './loss-alarms.ts';

export interface RowComparison {
  /** `unrequested`: its workflow waits for a request that the database no longer has. */
  readonly row: 'current' | 'older' | 'missing' | 'unrequested';
  /** A connected store without the refresh token of its year. */
  readonly isAuthorizationLost: boolean;
}

/** Compares the row of a store with what its workflow has recorded. */
export async function examineStore(database: Knex, store: StoreOnRecord): Promise<RowComparison> {
  const row = await database<StoreRow>('stores').where({ id: store.storeId }).first();
  const state = store.carried?.store;
  if (!state) {
    const request = await database<StoreRequestRow>('store_requests').where({ store_id: store.storeId }).first();
    return { row: row || request ? 'current' : 'unrequested', isAuthorizationLost: false };
  }
  const isLost = row?.status !== 'deleted' && (await isAuthorizationLost(database, state));
  if (!row) return { row: 'missing', isAuthorizationLost: isLost };
  return { row: isOlder(row, store) ? 'older' : 'current', isAuthorizationLost: isLost };
}

/**
 * Writes what the workflow of a store has recorded since the database was saved: its state, its name, the outcomes of
 * its consents and the entries of its timeline. Queues no webhook event and no e-mail: they were sent at the time. What
 * only the database knew is lost, and opens an alarm. Idempotent.
 */
export function restoreStore(database: Knex, store: StoreOnRecord, operatorEmail: string | undefined): Promise<void> {
  const { storeId, carried } = store;
  const notifyOperators = operatorEmail !== undefined;
  return database.transaction(async (trx) => {
    if (!carried) return;
    const state = carried.store;
    const before = await trx<StoreRow>('stores').where({ id: storeId }).forNoKeyUpdate().first();
    const isDeleted = before?.status === 'deleted';
    if (!isDeleted && (await isAuthorizationLost(trx, state))) {
      await saveLostAuthorization(trx, store, state.authorization);
      await openLossAlarm(trx, 'authorization_lost', store, notifyOperators);
    }
    if (before && !isOlder(before, store)) return;
    if (before?.grant_id && !state.authorization) await forgetAuthorization(trx, storeId);
    if (!before) await insertStore(trx, store, operatorEmail);
    await trx('stores')
      .where({ id: storeId })
      .update(await columnsOf(trx, store, state));
    for (const { consent } of store.changes) if (consent) await settleConsent(trx, consent);
    if (state.status === 'deleted') await destroyAccess(trx, storeId, notifyOperators);
    else if (!before) await openLossAlarm(trx, 'store_settings_lost', store, notifyOperators);
    await addTimelineEntries(
      trx,
      store.changes.map(({ key, at, status, reason, entry }) => ({ storeId, key, at, status, reason, ...entry })),
    );
  });
}

function isOlder(row: StoreRow, { changes, carried, startedAt, name }: StoreOnRecord): boolean {
  const last = changes.at(-1);
  const at = new Date(last?.at ?? startedAt);
  if (row.status === 'deleted' || (row.changed_at && row.changed_at > at)) return false;
  if (row.name !== name || !row.changed_at) return true;
  if (last || row.changed_at >= at) return row.changed_at < at;
  // The last change was recorded by an earlier run.
  if (row.workflow_state) return row.workflow_state.seq < (carried?.seq ?? 0);
  return row.status !== carried?.store.status;
}

async function isAuthorizationLost(database: Knex, { status, authorization }: StoreState): Promise<boolean> {
  if (!authorization || !isConnected(status)) return false;
  const row = await database<AuthorizationRow>('grants').where({ id: authorization.grantId }).first();
  return !row?.sealed_refresh_token || row.authorized_at < new Date(authorization.authorizedAt);
}

/** Keeps the dates of the year; an older refresh token does not belong to it. */
async function saveLostAuthorization(
  trx: Knex.Transaction,
  { country }: StoreOnRecord,
  authorization: Authorization | undefined,
): Promise<void> {
  if (!authorization) return;
  const { grantId, sellerId, authorizedAt, expiresAt } = authorization;
  const { region } = marketplaces[country];
  await lockAuthorization(trx, sellerId, region);
  const columns = {
    sealed_refresh_token: null,
    authorized_at: new Date(authorizedAt),
    expires_at: new Date(expiresAt),
  };
  await trx<AuthorizationRow>('grants')
    .insert({ id: grantId, selling_partner_id: sellerId, region, ...columns })
    .onConflict(['selling_partner_id', 'region'])
    .merge(columns);
}

async function columnsOf(
  trx: Knex.Transaction,
  { name, changes, startedAt, carried, sellerId }: StoreOnRecord,
  state: StoreState,
): Promise<Record<string, unknown>> {
  const at = changes.at(-1)?.at ?? startedAt;
  const { status, enabled, reason, authorization } = state;
  const next = nextStep(state);
  const seller = authorization?.sellerId ?? state.sellerId ?? sellerId;
  const grant =
    authorization && (await trx<AuthorizationRow>('grants').where({ id: authorization.grantId }).first('id'));
  return {
    ...changedColumns(trx, { at, status, enabled, reason, authorization: periodInForce(state), next, carried }),
    ...{ name, name_key: nameKey(name), set_up: state.setUp, changed_at: new Date(at) },
    ...(seller !== undefined && { seller_id: seller }),
    grant_id: grant?.id ?? null,
  };
}

/** Its e-mail address is known to the database only: until it is set again, operators receive what is sent to it. */
async function insertStore(
  trx: Knex.Transaction,
  { storeId, name, website, country, startedAt, changes }: StoreOnRecord,
  operatorEmail: string | undefined,
): Promise<void> {
  const createdAt = new Date(changes[0]?.at ?? startedAt);
  await trx<StoreRow>('stores').insert({
    ...{ id: storeId, website, name, name_key: nameKey(name), country, status: 'creating' },
    email: operatorEmail ?? '',
    status_since: createdAt,
    created_at: createdAt,
  });
}
