import type { Knex } from 'knex';
import { countries, marketplaces, type Region } from '../../../domain/marketplaces.ts';
import type { GrantRow, StoreRequestRow, StoreRow } from '../stores/rows.ts';

/**
 * Destroys the secret of a seller's authorization unless a store uses it, or one that was just asked for is about to. The
 * caller holds the lock of the grant, and has detached the store that has no use for it any more.
 */
export async function destroyUnusedGrant(
  trx: Knex.Transaction,
  sellerId: string,
  region: Region,
  detachedStoreId?: string,
): Promise<void> {
  const covered = countries.filter((country) => marketplaces[country].region === region);
  const stores = trx<StoreRow>('stores')
    .where({ seller_id: sellerId })
    .whereIn('country', covered)
    .whereNot({ status: 'deleted' })
    .where((needs) => void needs.whereNotNull('grant_id').orWhereIn('status', ['creating', 'verifying']));
  if (detachedStoreId !== undefined) void stores.whereNot({ id: detachedStoreId });
  const asked = trx<StoreRequestRow>('store_requests')
    .whereNull('recorded_at')
    .whereNull('refused')
    .whereRaw(`request->>'sellerId' = ?`, [sellerId])
    .whereRaw(`request->>'country' = any(?)`, [covered]);
  await trx<GrantRow>('grants')
    .where({ selling_partner_id: sellerId, region })
    .whereNotExists(stores.select('id'))
    .whereNotExists(asked.select('store_id'))
    .update({ sealed_refresh_token: null });
}
