import type { Knex } from 'knex';
import type { SellerAuthorization, SellerAuthorizations } from '../../../api/ports.ts';
import { usableGrants } from './reuse-authorization.ts';
import type { GrantRow, ParticipationsRow, StoreRow } from '../stores/rows.ts';

/** What sellers have agreed to, and what Amazon said last of their marketplaces. */
export function createSellerAuthorizations(database: Knex): SellerAuthorizations {
  return {
    async listAuthorizations(sellerId) {
      const query = usableGrants(database).orderBy(['selling_partner_id', 'region']);
      if (sellerId !== undefined) void query.where({ selling_partner_id: sellerId });
      const grants: readonly GrantRow[] = await query;
      const grantIds = grants.map(({ id }) => id);
      const sellerIds = grants.map(({ selling_partner_id: id }) => id);
      const [stores, seen] = await Promise.all([
        database<StoreRow>('stores')
          .whereIn('grant_id', grantIds)
          .whereNot({ status: 'deleted' })
          .orderBy('name_key')
          .select('id', 'name', 'country', 'grant_id'),
        database<ParticipationsRow>('seller_participations').whereIn('selling_partner_id', sellerIds),
      ]);
      return grants.map((grant): SellerAuthorization => {
        const { selling_partner_id: ofSeller, region } = grant;
        const said = seen.find((row) => row.selling_partner_id === ofSeller && row.region === region);
        return {
          sellerId: ofSeller,
          region,
          authorizedAt: grant.authorized_at.toISOString(),
          expiresAt: grant.expires_at.toISOString(),
          stores: stores
            .filter(({ grant_id: grantId }) => grantId === grant.id)
            .map(({ id, name, country }) => ({ id, name, country })),
          marketplaces: said?.participations ?? [],
          ...(said && { checkedAt: said.seen_at.toISOString() }),
        };
      });
    },
  };
}
