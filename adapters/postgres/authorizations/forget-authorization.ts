import type { Knex } from 'knex';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { cancelConsents } from '../consents/cancel-consents.ts';
import { revokeLinks } from '../consents/end-links.ts';
import { lockAuthorization, lockStore } from '../db/locks.ts';
import type { StoreRow } from '../stores/store.ts';
import { destroyUnusedToken } from './destroy-unused-token.ts';
import type { ReplacedAuthorizationRow } from './replaced-authorization.ts';

/**
 * Detaches a store from its authorization, whose token is destroyed with its last store, ends the store's connect links,
 * and cancels its consents. The seller id is kept: the store still belongs to that seller.
 */
export function forgetAuthorization(database: Knex, storeId: string): Promise<void> {
  return database.transaction(async (trx) => {
    await lockStore(trx, storeId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (store?.seller_id) {
      const { region } = marketplaces[store.country];
      await lockAuthorization(trx, store.seller_id, region);
      await trx<StoreRow>('stores').where({ id: storeId }).update({ grant_id: null });
      await destroyUnusedToken(trx, store.seller_id, region, storeId);
    }
    await trx<ReplacedAuthorizationRow>('replaced_authorizations')
      .where({ store_id: storeId })
      .update({ sealed_refresh_token: null });
    await revokeLinks(trx, storeId);
    await cancelConsents(trx, storeId);
  });
}
