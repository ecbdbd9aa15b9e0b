import type { Knex } from 'knex';
import { type Country, marketplaces } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow } from './rows.ts';

/** Of the token in use. A proof is not undone by a later one that Amazon did not permit. */
export async function saveSellerProof(
  database: Knex,
  sellerId: string,
  country: Country,
  sellerProof: SellerProof,
): Promise<void> {
  const { region } = marketplaces[country];
  const grants = database<AuthorizationRow>('grants').where({ selling_partner_id: sellerId, region });
  if (sellerProof === 'claimed') void grants.whereNull('seller_proof');
  await grants.update({ seller_proof: sellerProof });
}

/** The stores of an authorization show its proof. */
export async function copySellerProof(trx: Knex.Transaction, authorizationId: string): Promise<void> {
  const grant = trx<AuthorizationRow>('grants').where({ id: authorizationId }).select('seller_proof');
  await trx<StoreRow>('stores')
    .where({ grant_id: authorizationId })
    .update({ seller_proof: trx.raw('(?)', [grant]) });
}
