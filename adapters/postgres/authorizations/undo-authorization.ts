import type { Knex } from 'knex';
import type { Undo } from '../../../activities/contract.ts';
import type { SecretVault } from '../../../activities/ports.ts';
import { countries, marketplaces, type Region } from '../../../domain/marketplaces.ts';
import { isConnected } from '../../../domain/store-status.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { lockAuthorization, lockStore } from '../db/locks.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import { destroyUnusedToken } from './destroy-unused-token.ts';
import { type ReplacedAuthorizationRow, toUndone } from './replaced-authorization.ts';
import type { AuthorizationRow } from './rows.ts';
import { copySellerProof } from './seller-proof.ts';

/**
 * Restores what an adopted consent has replaced, and destroys its token: as the browser that gave it has requested in time.
 * `too_late`: something newer is in force, the store is no longer connected, or what was replaced can no longer be opened:
 * a renewal is by the same seller, so its authorization stays. Idempotent.
 */
export function undoAuthorization(database: Knex, vault: SecretVault, consentId: string): Promise<Undo> {
  return database.transaction(async (trx) => {
    const { store_id: storeId } = (await findReplaced(trx, consentId)) ?? {};
    if (storeId === undefined) return { outcome: 'too_late' };
    await lockStore(trx, storeId);
    const replaced = await findReplaced(trx, consentId);
    const authorization = replaced && (await trx<AuthorizationRow>('grants').where({ id: replaced.grant_id }).first());
    if (!replaced?.requested_at || !authorization || replaced.outcome === 'too_late') return { outcome: 'too_late' };
    const { selling_partner_id: sellerId, region } = authorization;
    await lockAuthorization(trx, sellerId, region);
    if (!replaced.outcome) {
      const formerToken = await openFormerToken(vault, replaced);
      const isLost = replaced.former_authorized_at !== null && formerToken === undefined;
      if (isLost || !(await isInForce(trx, replaced))) return settle(trx, replaced, 'too_late');
      await restoreAuthorization(trx, vault, { ...replaced, formerToken }, authorization);
      await restoreStore(trx, replaced, authorization);
      await settle(trx, replaced, 'undone');
    }
    return describeUndo(trx, replaced, authorization);
  });
}

function findReplaced(trx: Knex.Transaction, consentId: string): Promise<ReplacedAuthorizationRow | undefined> {
  return trx<ReplacedAuthorizationRow>('replaced_authorizations').where({ consent_id: consentId }).first();
}

/** Read after the authorization was locked. */
async function isInForce(trx: Knex.Transaction, replaced: ReplacedAuthorizationRow): Promise<boolean> {
  const store = await trx<StoreRow>('stores').where({ id: replaced.store_id }).first();
  const authorization = await trx<AuthorizationRow>('grants').where({ id: replaced.grant_id }).first();
  if (!store || store.grant_id !== replaced.grant_id || !isConnected(store.status)) return false;
  return authorization?.authorized_at.getTime() === replaced.authorized_at.getTime();
}

async function settle(
  trx: Knex.Transaction,
  { consent_id }: ReplacedAuthorizationRow,
  outcome: 'undone' | 'too_late',
): Promise<{ readonly outcome: 'too_late' }> {
  await trx<ReplacedAuthorizationRow>('replaced_authorizations')
    .where({ consent_id })
    .update({ outcome, settled_at: new Date(), sealed_refresh_token: null });
  return { outcome: 'too_late' };
}

async function openFormerToken(
  vault: SecretVault,
  { consent_id: consentId, sealed_refresh_token: sealed }: ReplacedAuthorizationRow,
): Promise<string | undefined> {
  return sealed ? openIfReadable(vault, sealed, sealingContexts.replacedToken(consentId)) : undefined;
}

async function restoreAuthorization(
  trx: Knex.Transaction,
  vault: SecretVault,
  former: ReplacedAuthorizationRow & { readonly formerToken?: string },
  { id, selling_partner_id: sellerId, region }: AuthorizationRow,
): Promise<void> {
  const { formerToken: token, former_authorized_at: authorizedAt, former_expires_at: expiresAt } = former;
  const grant = trx<AuthorizationRow>('grants').where({ id });
  if (token === undefined || !authorizedAt || !expiresAt) {
    await grant.update({ sealed_refresh_token: null });
    await trx<StoreRow>('stores').where({ grant_id: id }).update({ grant_id: null, seller_proof: null });
    return;
  }
  await grant.update({
    sealed_refresh_token: await vault.seal(token, sealingContexts.authorizationToken(sellerId, region)),
    authorized_at: authorizedAt,
    expires_at: expiresAt,
    seller_proof: former.former_seller_proof,
    proved_at: null,
    other_seller_id: null,
    // The next round of checks finds out whether Amazon still accepts it.
    checked_at: null,
  });
  await copySellerProof(trx, id);
}

async function restoreStore(
  trx: Knex.Transaction,
  { store_id: id, store_seller_id: sellerId, was_attached: wasAttached }: ReplacedAuthorizationRow,
  { selling_partner_id: undoneSellerId, region }: AuthorizationRow,
): Promise<void> {
  if (wasAttached) return;
  await trx<StoreRow>('stores').where({ id }).update({ seller_id: sellerId, grant_id: null, seller_proof: null });
  await destroyUnusedToken(trx, undoneSellerId, region, id);
}

async function describeUndo(
  trx: Knex.Transaction,
  replaced: ReplacedAuthorizationRow,
  { selling_partner_id: sellerId, region }: AuthorizationRow,
): Promise<Undo> {
  return {
    outcome: 'undone',
    ...toUndone(replaced, sellerId),
    siblings: await listSiblings(trx, sellerId, region, replaced.store_id),
  };
}

/** By their seller: they are detached when there is nothing to restore. */
function listSiblings(trx: Knex.Transaction, sellerId: string, region: Region, storeId: string): Promise<string[]> {
  return trx<StoreRow>('stores')
    .where({ seller_id: sellerId })
    .whereIn(
      'country',
      countries.filter((country) => marketplaces[country].region === region),
    )
    .whereNot({ status: 'deleted' })
    .whereNot({ id: storeId })
    .orderBy('id')
    .pluck('id');
}
