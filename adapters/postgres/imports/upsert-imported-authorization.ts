import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { AuthorizationRow } from '../authorizations/rows.ts';
import { upsertAuthorization } from '../authorizations/upsert-authorization.ts';
import { lockAuthorization } from '../db/locks.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import type { ImportLineRow } from './rows.ts';

/**
 * Makes the token of a line the authorization of its seller, unless there is a newer one, or one that a store uses:
 * the imported token must not replace a connection that works. A token that Amazon refused replaces no other token.
 */
export async function upsertImportedAuthorization(
  trx: Knex.Transaction,
  vault: SecretVault,
  { import_id, line, sealed_refresh_token: sealed }: ImportLineRow,
  sellerId: string,
  region: Region,
  period: AuthorizedPeriod,
  sellerProof: SellerProof | undefined,
): Promise<void> {
  await lockAuthorization(trx, sellerId, region);
  const current = await trx<AuthorizationRow>('grants').where({ selling_partner_id: sellerId, region }).first();
  if (sellerProof === undefined && current?.sealed_refresh_token) return;
  const isUsable = current?.sealed_refresh_token && current.expires_at > new Date();
  if (isUsable && (current.authorized_at >= new Date(period.authorizedAt) || (await isUsed(trx, current.id)))) return;
  const refreshToken = await vault.open(sealed ?? '', sealingContexts.importedToken(import_id, line));
  await upsertAuthorization(trx, vault, { sellerId, region, refreshToken, period, sellerProof: sellerProof ?? null });
}

async function isUsed(trx: Knex.Transaction, authorizationId: string): Promise<boolean> {
  const store = await trx<StoreRow>('stores')
    .where({ grant_id: authorizationId })
    .whereNot({ status: 'deleted' })
    .first('id');
  return store !== undefined;
}
