import type { Knex } from 'knex';
import type { StoreChange } from '../../../activities/contract.ts';
import { queueStoreEvents } from './queue-store-events.ts';
import type { ConnectLinkRow, ConsentRow, StoreRow } from './rows.ts';
import { addTimelineEntries } from './timeline.ts';

/**
 * Applies a change to the read model and tells it on the timeline, once per key. A change older than the last applied
 * one came late: it is told, but overwrites nothing. One told before is still applied: after a workflow was reset its
 * store takes the same steps again, later.
 */
export function recordChange(database: Knex, change: StoreChange): Promise<void> {
  return database.transaction(async (trx) => {
    const at = new Date(change.at);
    // Locked first, so that two attempts at one change take turns.
    const before = await trx<StoreRow>('stores').where({ id: change.storeId }).forNoKeyUpdate().first('status');
    await trx('stores')
      .where({ id: change.storeId })
      .whereNot({ status: 'deleted' })
      .where((newest) => {
        void newest.whereNull('changed_at').orWhere('changed_at', '<=', at);
      })
      .update({ ...columns(trx, change), changed_at: at });
    if (change.consent) await settleConsent(trx, change.consent);
    if (change.status === 'deleted') await destroyAccess(trx, change.storeId);
    if (before) await queueStoreEvents(trx, before.status, change);
    const { storeId, key, status, reason } = change;
    await addTimelineEntries(trx, [{ storeId, key, at: change.at, status, reason, ...change.entry }]);
  });
}

function columns(trx: Knex.Transaction, change: StoreChange): Record<string, unknown> {
  const { status, authorization, next } = change;
  return {
    status,
    status_since: trx.raw('case when status = ? then status_since else ? end', [status, new Date(change.at)]),
    enabled: change.enabled,
    ...(status === 'active' && { set_up: true }),
    // Kept after a deletion is the audit, not the person.
    ...(status === 'deleted' && { email: null, second_email: null }),
    reason: change.reason ?? null,
    authorized_at: authorization ? new Date(authorization.authorizedAt) : null,
    expires_at: authorization ? new Date(authorization.expiresAt) : null,
    next_what: next?.what ?? null,
    next_at: next ? new Date(next.at) : null,
    updated_at: trx.fn.now(),
  };
}

/** The first outcome stays. A settled consent needs its secrets no more: adopted ones have moved to the grant. */
async function settleConsent(trx: Knex.Transaction, consent: NonNullable<StoreChange['consent']>): Promise<void> {
  await trx<ConsentRow>('consents')
    .where({ id: consent.consentId })
    .whereNull('outcome')
    .update({
      outcome: trx.raw('?::jsonb', [JSON.stringify(consent.outcome)]),
      sealed_code: null,
      sealed_refresh_token: null,
    });
}

async function destroyAccess(trx: Knex.Transaction, storeId: string): Promise<void> {
  const secrets = { sealed_code: null, sealed_refresh_token: null };
  await trx<ConsentRow>('consents').where({ store_id: storeId }).update(secrets);
  await trx<ConnectLinkRow>('connect_links').where({ store_id: storeId }).delete();
  await trx('messages').where({ link_store_id: storeId }).update({ sealed_link_token: null });
}
