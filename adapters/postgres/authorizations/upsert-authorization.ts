import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { AuthorizationRow } from './rows.ts';

interface NewAuthorization {
  readonly sellerId: string;
  readonly region: Region;
  readonly refreshToken: string;
  readonly period: AuthorizedPeriod;
  readonly sellerProof: SellerProof | null;
}

/** Replaces the seller's authorization for the region and returns its id. The caller holds `lockAuthorization`. */
export async function upsertAuthorization(
  trx: Knex.Transaction,
  vault: SecretVault,
  { sellerId, region, refreshToken, period, sellerProof }: NewAuthorization,
): Promise<string> {
  const columns = {
    sealed_refresh_token: await vault.seal(refreshToken, sealingContexts.authorizationToken(sellerId, region)),
    authorized_at: new Date(period.authorizedAt),
    expires_at: new Date(period.expiresAt),
    seller_proof: sellerProof,
    proved_at: sellerProof === 'proven' ? new Date() : null,
    other_seller_id: null,
  };
  const [row] = await trx<AuthorizationRow>('grants')
    .insert({ id: randomUUID(), selling_partner_id: sellerId, region, ...columns })
    .onConflict(['selling_partner_id', 'region'])
    .merge(columns)
    .returning('id');
  if (!row) throw new Error('The upsert of an authorization returned no row.');
  return row.id;
}
