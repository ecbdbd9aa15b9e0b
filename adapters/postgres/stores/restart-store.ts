import type { Knex } from 'knex';
import { endsAuthorization } from '../../../domain/reasons.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import {
  type CarriedState,
  type MissedSignals,
  rebuildState,
  type StoreRestart,
} from '../../../domain/store-restart.ts';
import { findMissedUndo } from '../authorizations/replaced-authorization.ts';
import { type AuthorizationRow, toAuthorization } from '../authorizations/rows.ts';
import type { ConsentRow } from '../consents/rows.ts';
import { isUuid } from '../db/pg-values.ts';
import type { StoreRequestRow } from './rows.ts';
import type { StoreRow } from './store.ts';
import { toStore } from './store.ts';

/**
 * Calls `start` with what the workflow of a store is to continue from. The store is locked meanwhile, so that it cannot
 * end between reading and starting. False when it has ended, or is not known: then nothing is to be started.
 */
export async function restartStore(
  database: Knex,
  storeId: string,
  start: (restart: StoreRestart) => Promise<void>,
): Promise<boolean> {
  if (!isUuid(storeId)) return false;
  return database.transaction(async (trx) => {
    const restart = await loadRestart(trx, storeId);
    if (restart) await start(restart);
    return restart !== undefined;
  });
}

async function loadRestart(trx: Knex.Transaction, storeId: string): Promise<StoreRestart | undefined> {
  const row = await trx<StoreRow>('stores').where({ id: storeId }).forNoKeyUpdate().first();
  if (!row) return loadRequest(trx, storeId);
  if (row.status === 'deleted') return undefined;
  const { name, website, country, seller_id: sellerId } = row;
  const input = { v: 1, storeId, name, website, country, ...(sellerId !== null && { sellerId }) } as const;
  if (row.status === 'creating') return input;
  const authorization = row.grant_id
    ? await trx<AuthorizationRow>('grants').where({ id: row.grant_id }).first()
    : undefined;
  const carried = keptState(row) ?? (await rebuiltState(trx, row, authorization));
  return { ...input, carried: { ...carried, missed: await missedSignals(trx, storeId, carried, authorization) } };
}

/** A store that is not recorded yet: its creation is repeated. */
async function loadRequest(trx: Knex.Transaction, storeId: string): Promise<StoreRestart | undefined> {
  const row = await trx<StoreRequestRow>('store_requests')
    .where({ store_id: storeId })
    .whereNotNull('accepted_at')
    .whereNull('refused')
    .forNoKeyUpdate()
    .first();
  if (!row) return undefined;
  const { name, website, country, sellerId }: StoreRequest = row.request;
  return { v: 1, storeId, name, website, country, ...(sellerId !== undefined && { sellerId }) };
}

/** Undefined when a release that does not keep the state has changed the store since. */
function keptState({ workflow_state: state, workflow_state_at: at, changed_at: changedAt }: StoreRow) {
  return state && at?.getTime() === changedAt?.getTime() ? state : undefined;
}

async function rebuiltState(
  trx: Knex.Transaction,
  row: StoreRow,
  current: AuthorizationRow | undefined,
): Promise<CarriedState> {
  const { status, enabled, setUp, reason, sellerId, authorizedAt, expiresAt, next } = toStore(row);
  const period = authorizedAt !== undefined && expiresAt !== undefined && { authorizedAt, expiresAt };
  // A revoked store keeps its authorization, whose dates its row no longer has.
  const isRevoked = status === 'disconnected' && endsAuthorization(reason?.code);
  const authorization = current && (period || isRevoked) ? { ...toAuthorization(current), ...period } : undefined;
  const changedAt = (row.changed_at ?? row.updated_at).toISOString();
  const store = rebuildState({
    ...{ status, enabled, setUp, reason, authorization, next, changedAt },
    sellerId: sellerId ?? undefined,
  });
  const [entries] = await trx('timeline').where({ store_id: row.id }).count<{ count: string }[]>('* as count');
  return { store, seq: Number(entries?.count ?? 0), consents: [] };
}

async function missedSignals(
  trx: Knex.Transaction,
  storeId: string,
  { store, consents }: CarriedState,
  current: AuthorizationRow | undefined,
): Promise<MissedSignals> {
  const given = await trx<ConsentRow>('consents')
    .where({ store_id: storeId })
    .whereNotNull('received_at')
    .whereNull('outcome')
    .where((secret) => void secret.whereNotNull('sealed_code').orWhereNotNull('sealed_refresh_token'))
    .whereNotIn('id', [...consents])
    .orderBy('received_at');
  const renewedAt = current?.authorized_at.toISOString() ?? '';
  const undo = store.authorization && (await findMissedUndo(trx, storeId, store.authorization));
  const hasYear = store.status === 'active' || store.status === 'renewal_due' || store.status === 'expired';
  return {
    consents: given.map((consent) => ({ consentId: consent.id, sellingPartnerId: consent.selling_partner_id ?? '' })),
    ...(current &&
      store.authorization?.grantId === current.id &&
      renewedAt > store.authorization.authorizedAt && { renewal: toAuthorization(current) }),
    ...undo,
    isDetached: hasYear && !current && !undo?.undo && !undo?.undone,
  };
}
