import type { Knex } from 'knex';
import { marketplaces } from '../../domain/marketplaces.ts';
import { lockGrant, lockStore } from './advisory-locks.ts';
import type { ConsentRow, GrantRow, StoreRow } from './rows.ts';

/**
 * Detaches a store from its authorization, whose secret is destroyed with its last store, and destroys the secrets of
 * the store's consents. The seller stays noted: the store goes on belonging to that seller.
 */
export function forgetAuthorization(database: Knex, storeId: string): Promise<void> {
  return database.transaction(async (trx) => {
    await lockStore(trx, storeId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (store?.grant_id && store.seller_id) {
      await lockGrant(trx, store.seller_id, marketplaces[store.country].region);
      await trx<StoreRow>('stores').where({ id: storeId }).update({ grant_id: null });
      await trx<GrantRow>('grants')
        .where({ id: store.grant_id })
        .whereNotExists(
          trx<StoreRow>('stores').where({ grant_id: store.grant_id }).whereNot({ status: 'deleted' }).select('id'),
        )
        .update({ sealed_refresh_token: null });
    }
    await trx<ConsentRow>('consents')
      .where({ store_id: storeId })
      .update({ sealed_code: null, sealed_refresh_token: null });
  });
}
