import type { Knex } from 'knex';
import type { GrantRecords, SecretBox } from '../../activities/ports.ts';
import type { Country } from '../../domain/marketplaces.ts';
import type { GrantRow } from './rows.ts';
import { sealingContexts } from './sealing-contexts.ts';

export function createGrantRecords(database: Knex, box: SecretBox): GrantRecords {
  return {
    async loadGrant(storeId) {
      const row = await database('stores as s')
        .join('grants as g', 'g.id', 's.grant_id')
        .where('s.id', storeId)
        .first<(GrantRow & { country: Country }) | undefined>('g.*', 's.country');
      if (!row?.sealed_refresh_token) return undefined;
      const { selling_partner_id: sellerId, country, region } = row;
      const refreshToken = await box.open(row.sealed_refresh_token, sealingContexts.grantToken(sellerId, region));
      return { sellerId, country, refreshToken };
    },
  };
}
