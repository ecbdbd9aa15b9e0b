import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Authorization } from '../../../domain/store-life.ts';
import type { MissedSignals, Undone } from '../../../domain/store-restart.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow } from './rows.ts';

/** For this long, the browser that gave a consent can undo it. Not scaled with the year, because it belongs to a consent. */
const undoMs = 10 * 60_000;
/** A replaced token is kept for this long, so that an undo that was requested in time always finds it. */
const keepTokenMs = 86_400_000;

/** What an adopted consent has replaced. */
export interface ReplacedAuthorizationRow {
  consent_id: string;
  store_id: string;
  /** The authorization that the consent became, and its dates. */
  grant_id: string;
  authorized_at: Date;
  expires_at: Date;
  /** Of the store, as they were before. */
  store_seller_id: string | null;
  was_attached: boolean;
  /** The former authorization; null when there was none, the token also a day later. */
  sealed_refresh_token: string | null;
  former_authorized_at: Date | null;
  former_expires_at: Date | null;
  former_seller_proof: SellerProof | null;
  replaced_at: Date;
  undo_until: Date;
  requested_at: Date | null;
  /** When the workflow was signalled. */
  delivered_at: Date | null;
  settled_at: Date | null;
  outcome: 'undone' | 'too_late' | null;
}

interface Replacement {
  readonly consentId: string;
  readonly store: StoreRow;
  readonly authorizationId: string;
  readonly period: AuthorizedPeriod;
  /** The authorization before it was replaced. */
  readonly former?: AuthorizationRow;
}

/** Keeps what a consent replaces. Tokens that it would have restored itself are destroyed: only the last step is undone. */
export async function keepReplaced(
  trx: Knex.Transaction,
  vault: SecretVault,
  { consentId, store, authorizationId, period, former }: Replacement,
): Promise<void> {
  const replaced = trx<ReplacedAuthorizationRow>('replaced_authorizations');
  const formerToken = former && (await resealFormer(vault, consentId, former));
  await replaced.clone().where({ grant_id: authorizationId }).update({ sealed_refresh_token: null });
  await replaced.insert({
    consent_id: consentId,
    store_id: store.id,
    grant_id: authorizationId,
    authorized_at: new Date(period.authorizedAt),
    expires_at: new Date(period.expiresAt),
    store_seller_id: store.seller_id,
    was_attached: store.grant_id !== null,
    undo_until: new Date(Date.now() + undoMs),
    ...(formerToken && {
      sealed_refresh_token: formerToken,
      former_authorized_at: former.authorized_at,
      former_expires_at: former.expires_at,
      former_seller_proof: former.seller_proof,
    }),
  });
}

/** Undefined for a token that could not be used any more. */
async function resealFormer(
  vault: SecretVault,
  consentId: string,
  {
    selling_partner_id: sellerId,
    region,
    sealed_refresh_token: sealed,
    other_seller_id: otherSeller,
  }: AuthorizationRow,
): Promise<string | undefined> {
  if (!sealed || otherSeller !== null) return undefined;
  const token = await openIfReadable(vault, sealed, sealingContexts.authorizationToken(sellerId, region));
  return token && vault.seal(token, sealingContexts.replacedToken(consentId));
}

/** A day later, unless an undo that was requested in time still waits for it. */
export async function destroyReplacedTokens(database: Knex): Promise<void> {
  await database<ReplacedAuthorizationRow>('replaced_authorizations')
    .whereNotNull('sealed_refresh_token')
    .where('replaced_at', '<', new Date(Date.now() - keepTokenMs))
    .where((idle) => void idle.whereNull('requested_at').orWhereNotNull('settled_at'))
    .update({ sealed_refresh_token: null });
}

export interface ConsentUndo {
  /** `ended`: the ten minutes are over, or something newer is in force. `too_late`: that became known after the request. */
  readonly state: 'offered' | 'ended' | 'requested' | 'undone' | 'too_late';
  /** There is an authorization that is in force again when this one is undone. */
  readonly hasFormer: boolean;
  /** True once the workflow was signalled. */
  readonly delivered: boolean;
}

/** A row with what is known of its store and of the authorization. */
interface ReplacedInContext extends ReplacedAuthorizationRow {
  readonly is_in_force: boolean;
  /** The store still has the dates of the consent. */
  readonly is_shown: boolean;
}

/** Undefined when the consent has not replaced anything. */
export async function findUndo(database: Knex, consentId: string): Promise<ConsentUndo | undefined> {
  const row = await database('replaced_authorizations as r')
    .join('grants as g', 'g.id', 'r.grant_id')
    .join('stores as s', 's.id', 'r.store_id')
    .where('r.consent_id', consentId)
    .first<ReplacedInContext | undefined>(
      'r.*',
      database.raw(
        `(g.authorized_at = r.authorized_at and s.grant_id = g.id and s.status in ('active', 'renewal_due')) as is_in_force,
        s.authorized_at is not distinct from r.authorized_at as is_shown`,
      ),
    );
  if (!row) return undefined;
  const { former_authorized_at: formerAuthorizedAt, delivered_at: deliveredAt } = row;
  return { state: stateOf(row), hasFormer: formerAuthorizedAt !== null, delivered: deliveredAt !== null };
}

function stateOf(row: ReplacedInContext): ConsentUndo['state'] {
  if (row.outcome && !(row.outcome === 'undone' && row.is_shown)) return row.outcome;
  if (row.requested_at) return 'requested';
  return row.is_in_force && row.undo_until > new Date() ? 'offered' : 'ended';
}

/** Once, and in time. The workflow of the store does it. */
export async function requestUndo(database: Knex, consentId: string): Promise<void> {
  await database<ReplacedAuthorizationRow>('replaced_authorizations')
    .where({ consent_id: consentId })
    .whereNull('requested_at')
    .where('undo_until', '>', new Date())
    .update({ requested_at: new Date() });
}

export async function markUndoDelivered(database: Knex, consentId: string): Promise<void> {
  await database<ReplacedAuthorizationRow>('replaced_authorizations')
    .where({ consent_id: consentId })
    .update({ delivered_at: new Date() });
}

export function toUndone(row: ReplacedAuthorizationRow, sellerId: string): Undone {
  const { grant_id: grantId, former_authorized_at: authorizedAt, former_expires_at: expiresAt } = row;
  const toAuthorization = (from: Date, to: Date) => ({
    ...{ grantId, sellerId },
    ...{ authorizedAt: from.toISOString(), expiresAt: to.toISOString() },
  });
  return {
    undone: toAuthorization(row.authorized_at, row.expires_at),
    ...(authorizedAt && expiresAt && { restored: toAuthorization(authorizedAt, expiresAt) }),
  };
}

/** What the workflow of a store has missed: its authorization is to be undone, or was undone for another store. */
export async function findMissedUndo(
  trx: Knex.Transaction,
  storeId: string,
  { grantId, sellerId, authorizedAt }: Authorization,
): Promise<Pick<MissedSignals, 'undo' | 'undone'>> {
  const row = await trx<ReplacedAuthorizationRow>('replaced_authorizations')
    .where({ grant_id: grantId, authorized_at: new Date(authorizedAt) })
    .whereNotNull('requested_at')
    .first();
  if (!row || row.outcome === 'too_late') return {};
  if (row.store_id === storeId) return { undo: row.consent_id };
  return row.outcome === 'undone' ? { undone: toUndone(row, sellerId) } : {};
}
