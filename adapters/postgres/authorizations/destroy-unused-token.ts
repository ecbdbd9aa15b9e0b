import type { Knex } from 'knex';
import { countries, marketplaces, type Region } from '../../../domain/marketplaces.ts';
import type { StoreRequestRow } from '../stores/rows.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow } from './rows.ts';

/**
 * Destroys the refresh token of a seller's authorization, unless a store uses it or a requested store is about to. The
 * caller holds `lockAuthorization` and has detached `detachedStoreId`.
 */
export async function destroyUnusedToken(
  trx: Knex.Transaction,
  sellerId: string,
  region: Region,
  detachedStoreId?: string,
): Promise<void> {
  const countriesOfRegion = countries.filter((country) => marketplaces[country].region === region);
  const stores = trx<StoreRow>('stores')
    .where({ seller_id: sellerId })
    .whereIn('country', countriesOfRegion)
    .whereNot({ status: 'deleted' })
    .where((needsToken) => void needsToken.whereNotNull('grant_id').orWhereIn('status', ['creating', 'verifying']));
  if (detachedStoreId !== undefined) void stores.whereNot({ id: detachedStoreId });
  const requests = trx<StoreRequestRow>('store_requests')
    .whereNull('recorded_at')
    .whereNull('refused')
    .whereRaw(`request->>'sellerId' = ?`, [sellerId])
    .whereRaw(`request->>'country' = any(?)`, [countriesOfRegion]);
  await trx<AuthorizationRow>('grants')
    .where({ selling_partner_id: sellerId, region })
    .whereNotExists(stores.select('id'))
    .whereNotExists(requests.select('store_id'))
    .update({ sealed_refresh_token: null });
}
