import type { Knex } from 'knex';
import type { StoreChange } from '../../../activities/contract.ts';
import type { ActorName } from '../../../domain/actors.ts';
import type { EndedAttempt } from '../../../domain/connection-attempts.ts';
import { isConnected } from '../../../domain/store-status.ts';
import { findAuditActor } from '../audit/record-audit.ts';
import { cancelConsents } from '../consents/cancel-consents.ts';
import type { ConnectLinkRow, ConsentRow } from '../consents/rows.ts';
import { closeMessageAlarm } from '../messages/message-alarms.ts';
import { closeLossAlarm } from '../recovery/loss-alarms.ts';
import { queueStoreEvents } from './queue-store-events.ts';
import type { StoreRequestRow, TimelineRow } from './rows.ts';
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
    for (const ended of endedAttemptsOf(change)) await settleConsent(trx, ended);
    if (change.status === 'deleted') await destroyAccess(trx, change.storeId, notifyOperators);
    const { what } = change.entry;
    if (what === 'active' || what === 'renewed')
      await closeLossAlarm(trx, 'authorization_lost', change.storeId, notifyOperators);
    if (before) await queueStoreEvents(trx, before.status, change);
    const actor = await findActor(trx, change);
    const { storeId, key, status, reason } = change;
    await addTimelineEntries(trx, [{ storeId, key, at: change.at, status, reason, actor, ...change.entry }]);
  });
}

async function findActor(
  trx: Knex.Transaction,
  { storeId, entry, auditId }: StoreChange,
): Promise<ActorName | undefined> {
  if (auditId !== undefined) return findAuditActor(trx, auditId);
  if (entry.what !== 'created') return undefined;
  const request = await trx<StoreRequestRow>('store_requests').where({ store_id: storeId }).first('requested_by');
  return request?.requested_by ?? undefined;
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
    // Its first authorization was undone.
    ...(status === 'awaiting_authorization' && { set_up: false }),
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

function endedAttemptsOf({ consent, otherConsents = [] }: StoreChange): readonly EndedAttempt[] {
  return consent ? [consent, ...otherConsents] : otherConsents;
}

/** The first outcome stays. Its secrets are needed no more: those of an adopted consent belong to the authorization. */
export async function settleConsent(trx: Knex.Transaction, consent: EndedAttempt): Promise<void> {
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
  await cancelConsents(trx, storeId);
  await trx<ConsentRow>('consents').where({ store_id: storeId }).update({ account_name: null });
  await trx<ConnectLinkRow>('connect_links').where({ store_id: storeId }).delete();
  await trx('messages').where({ link_store_id: storeId }).update({ sealed_link_token: null });
  for (const contact of ['email', 'secondEmail'] as const)
    await closeMessageAlarm(trx, storeId, contact, notifyOperators);
  for (const kind of ['authorization_lost', 'store_settings_lost'] as const)
    await closeLossAlarm(trx, kind, storeId, notifyOperators);
}
