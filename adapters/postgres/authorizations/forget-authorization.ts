import type { Knex } from 'knex';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { lockGrant, lockStore } from '../db/locks.ts';
import { destroyUnusedGrant } from './destroy-unused-token.ts';
import type { ConsentRow, StoreRow } from '../stores/rows.ts';

/**
 * Detaches a store from its authorization, whose secret is destroyed with its last store, and destroys the secrets of
 * the store's consents. The seller stays noted: the store goes on belonging to that seller.
 */
export function forgetAuthorization(database: Knex, storeId: string): Promise<void> {
  return database.transaction(async (trx) => {
    await lockStore(trx, storeId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (store?.seller_id) {
      const { region } = marketplaces[store.country];
      await lockGrant(trx, store.seller_id, region);
      await trx<StoreRow>('stores').where({ id: storeId }).update({ grant_id: null });
      await destroyUnusedGrant(trx, store.seller_id, region, storeId);
    }
    await trx<ConsentRow>('consents')
      .where({ store_id: storeId })
      .update({ sealed_code: null, sealed_refresh_token: null });
  });
}
