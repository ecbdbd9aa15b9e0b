import type { Knex } from 'knex';
import type { Adoption } from '../../../activities/contract.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { reason } from '../../../domain/reasons.ts';
import { lockAuthorization, lockStore } from '../db/locks.ts';
import type { StoreRow } from '../stores/store.ts';
import { usableAuthorizations } from './list-authorizations.ts';
import { toAuthorization } from './rows.ts';
import { copySellerProof } from './seller-proof.ts';

/** Attaches a store to the authorization that its seller gave for another store. Idempotent. */
export function reuseAuthorization(database: Knex, storeId: string): Promise<Adoption> {
  return database.transaction(async (trx) => {
    await lockStore(trx, storeId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (!store?.seller_id || store.status === 'deleted')
      return { outcome: 'refused', reason: reason('disconnected_by_admin') };
    const { region } = marketplaces[store.country];
    await lockAuthorization(trx, store.seller_id, region);
    const authorization = await usableAuthorizations(trx)
      .where({ selling_partner_id: store.seller_id, region })
      .first();
    if (!authorization) return { outcome: 'refused', reason: reason('authorization_expired') };
    await trx<StoreRow>('stores').where({ id: storeId }).update({ grant_id: authorization.id });
    await copySellerProof(trx, authorization.id);
    // Nothing changes for the stores that share it.
    return { outcome: 'adopted', authorization: toAuthorization(authorization), siblings: [] };
  });
}
