import type { Knex } from 'knex';
import type { Adoption } from '../../../activities/contract.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import { reason } from '../../../domain/reasons.ts';
import { lockGrant, lockStore } from '../db/locks.ts';
import { toAuthorization } from './adopt-authorization.ts';
import type { GrantRow, StoreRow } from '../stores/rows.ts';

/** Attaches a store to the authorization that its seller gave for another one. Answers the same each time. */
export function reuseAuthorization(database: Knex, storeId: string): Promise<Adoption> {
  return database.transaction(async (trx) => {
    await lockStore(trx, storeId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (!store?.seller_id || store.status === 'deleted')
      return { outcome: 'refused', reason: reason('disconnected_by_admin') };
    const { region } = marketplaces[store.country];
    await lockGrant(trx, store.seller_id, region);
    const grant = await usableGrants(trx).where({ selling_partner_id: store.seller_id, region }).first();
    if (!grant) return { outcome: 'refused', reason: reason('authorization_expired') };
    await trx<StoreRow>('stores').where({ id: storeId }).update({ grant_id: grant.id });
    // Nothing is new for the stores that share it.
    return { outcome: 'adopted', authorization: toAuthorization(grant), siblings: [] };
  });
}

/** Authorizations that another store may use: their secret is kept, and their year has not ended. */
export function usableGrants(database: Knex): Knex.QueryBuilder<GrantRow, GrantRow[]> {
  return database<GrantRow>('grants').whereNotNull('sealed_refresh_token').where('expires_at', '>', database.fn.now());
}
