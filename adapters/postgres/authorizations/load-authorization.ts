import type { Knex } from 'knex';
import type { GrantRecords, GrantToUse, SecretBox } from '../../../activities/ports.ts';
import { type Country, marketplaces } from '../../../domain/marketplaces.ts';
import { usableGrants } from './reuse-authorization.ts';
import type { GrantRow, ParticipationsRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

export function createGrantRecords(database: Knex, box: SecretBox): GrantRecords {
  return {
    async loadGrant(storeId) {
      const row = await database('stores as s')
        .join('grants as g', 'g.id', 's.grant_id')
        .where('s.id', storeId)
        .first<(GrantRow & { country: Country }) | undefined>('g.*', 's.country');
      return row && open(row, row.country);
    },

    async loadGrantToReuse(storeId) {
      const store = await database<StoreRow>('stores').where({ id: storeId }).whereNot({ status: 'deleted' }).first();
      if (!store?.seller_id) return undefined;
      const { region } = marketplaces[store.country];
      const grant = await usableGrants(database).where({ selling_partner_id: store.seller_id, region }).first();
      return grant && open(grant, store.country);
    },

    async keepParticipations(sellerId, region, participations) {
      await database<ParticipationsRow>('seller_participations')
        .insert({
          selling_partner_id: sellerId,
          region,
          participations: database.raw('?::jsonb', [
            JSON.stringify(
              participations.map(({ countryCode, isParticipating, hasSuspendedListings }) => ({
                countryCode,
                isParticipating,
                hasSuspendedListings,
              })),
            ),
          ]),
          seen_at: new Date(),
        })
        .onConflict(['selling_partner_id', 'region'])
        .merge();
    },
  };

  async function open(grant: GrantRow, country: Country): Promise<GrantToUse | undefined> {
    const { selling_partner_id: sellerId, region, sealed_refresh_token: sealed } = grant;
    if (!sealed) return undefined;
    return { sellerId, country, refreshToken: await box.open(sealed, sealingContexts.grantToken(sellerId, region)) };
  }
}
