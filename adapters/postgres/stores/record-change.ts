import type { Knex } from 'knex';
import type { StoreChange } from '../../../activities/contract.ts';
import { isConnected } from '../../../domain/store-status.ts';
import type { ConnectLinkRow, ConsentRow } from '../consents/rows.ts';
import { closeMessageAlarm } from '../messages/message-alarms.ts';
import { closeLossAlarm } from '../recovery/loss-alarms.ts';
import { queueStoreEvents } from './queue-store-events.ts';
import type { TimelineRow } from './rows.ts';
import type { StoreRow } from './store.ts';
import { addTimelineEntries } from './timeline.ts';

/**
 * Applies a change to the read model and adds its timeline entry, once per key. A change older than the last applied
 * one only adds its entry. A change whose entry exists is still applied: after a workflow was reset, its store takes
 * the same steps again, later. Repeated steps never set a connected store back to awaiting or verifying its first consent.
 */
export function recordChange(database: Knex, change: StoreChange, notifyOperators: boolean): Promise<void> {
  return database.transaction(async (trx) => {
    const at = new Date(change.at);
    // Locked first, so that two attempts at one change run one after the other.
    const before = await trx<StoreRow>('stores').where({ id: change.storeId }).forNoKeyUpdate().first();
    if (!(before && (await setsBack(trx, before, change))))
      await trx('stores')
        .where({ id: change.storeId })
        .whereNot({ status: 'deleted' })
        .where((newest) => {
          void newest.whereNull('changed_at').orWhere('changed_at', '<=', at);
        })
        .update({ ...changedColumns(trx, change), changed_at: at });
    if (change.consent) await settleConsent(trx, change.consent);
    if (change.status === 'deleted') await destroyAccess(trx, change.storeId, notifyOperators);
    const { what } = change.entry;
    if (what === 'active' || what === 'renewed')
      await closeLossAlarm(trx, 'authorization_lost', change.storeId, notifyOperators);
    if (before) await queueStoreEvents(trx, before.status, change);
    const { storeId, key, status, reason } = change;
    await addTimelineEntries(trx, [{ storeId, key, at: change.at, status, reason, ...change.entry }]);
  });
}

/** The workflow was reset and repeats the way to an authorization that is in force. */
async function setsBack(
  trx: Knex.Transaction,
  { status, grant_id: authorizationId }: StoreRow,
  { storeId, key, status: repeated }: StoreChange,
): Promise<boolean> {
  if (!isConnected(status) || !authorizationId) return false;
  if (repeated !== 'awaiting_authorization' && repeated !== 'verifying') return false;
  return (await trx<TimelineRow>('timeline').where({ store_id: storeId, key }).first('id')) !== undefined;
}

/** The columns of `stores` that a workflow decides. */
export function changedColumns(
  trx: Knex.Transaction,
  change: Pick<StoreChange, 'at' | 'status' | 'enabled' | 'reason' | 'authorization' | 'next' | 'carried'>,
): Record<string, unknown> {
  const { status, authorization, next } = change;
  return {
    status,
    status_since: trx.raw('case when status = ? then status_since else ? end', [status, new Date(change.at)]),
    enabled: change.enabled,
    ...(status === 'active' && { set_up: true }),
    // Audit rows stay; personal data goes.
    ...(status === 'deleted' && { email: null, second_email: null }),
    reason: change.reason ?? null,
    authorized_at: authorization ? new Date(authorization.authorizedAt) : null,
    expires_at: authorization ? new Date(authorization.expiresAt) : null,
    next_what: next?.what ?? null,
    next_at: next ? new Date(next.at) : null,
    workflow_state: change.carried ?? null,
    workflow_state_at: change.carried ? new Date(change.at) : null,
    updated_at: trx.fn.now(),
  };
}

/** The first outcome stays. Its secrets are needed no more: those of an adopted consent belong to the authorization. */
export async function settleConsent(
  trx: Knex.Transaction,
  consent: NonNullable<StoreChange['consent']>,
): Promise<void> {
  await trx<ConsentRow>('consents')
    .where({ id: consent.consentId })
    .whereNull('outcome')
    .update({
      outcome: trx.raw('?::jsonb', [JSON.stringify(consent.outcome)]),
      sealed_code: null,
      sealed_refresh_token: null,
    });
}

export async function destroyAccess(trx: Knex.Transaction, storeId: string, notifyOperators: boolean): Promise<void> {
  const secrets = { sealed_code: null, sealed_refresh_token: null };
  await trx<ConsentRow>('consents').where({ store_id: storeId }).update(secrets);
  await trx<ConnectLinkRow>('connect_links').where({ store_id: storeId }).delete();
  await trx('messages').where({ link_store_id: storeId }).update({ sealed_link_token: null });
  for (const contact of ['email', 'secondEmail'] as const)
    await closeMessageAlarm(trx, storeId, contact, notifyOperators);
  for (const kind of ['authorization_lost', 'store_settings_lost'] as const)
    await closeLossAlarm(trx, kind, storeId, notifyOperators);
}
