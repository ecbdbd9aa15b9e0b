import type { Knex } from 'knex';
import type { SecretBox, WatchRecords } from '../../../activities/ports.ts';
import type { Country } from '../../../domain/marketplaces.ts';
import { forgetAbandonedImports } from '../imports/imports.ts';
import type { GrantRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

export function createWatchRecords(database: Knex, box: SecretBox): WatchRecords {
  return {
    async listGrantsToCheck(intervalMs, limit) {
      // Spread by a tenth either way, always the same for one grant, so that those of one day do not stay together.
      const rows = await database<GrantRow>('grants as g')
        .whereNotNull('g.sealed_refresh_token')
        .whereRaw(
          `coalesce(g.checked_at, g.authorized_at) <
            now() - make_interval(secs => ? * (0.9 + 0.2 * ('x' || substr(md5(g.id::text), 1, 4))::bit(16)::int / 65535.0))`,
          [intervalMs / 1000],
        )
        .whereExists(connectedStores(database).whereRaw('s.grant_id = g.id'))
        .orderByRaw('g.unanswered_at nulls first, coalesce(g.checked_at, g.authorized_at)')
        .limit(limit)
        .select<GrantRow[]>('g.*');
      return Promise.all(
        rows.map(async ({ id, selling_partner_id: sellerId, region, sealed_refresh_token: sealed }) => ({
          grantId: id,
          sellerId,
          region,
          refreshToken: await box.open(sealed ?? '', sealingContexts.grantToken(sellerId, region)),
          stores: await connectedStores(database)
            .where('s.grant_id', id)
            .select<{ storeId: string; country: Country }[]>('s.id as storeId', 's.country'),
        })),
      );
    },

    async markChecked(grantId) {
      await database<GrantRow>('grants').where({ id: grantId }).update({ checked_at: new Date(), unanswered_at: null });
    },

    async markUnanswered(grantIds) {
      await database<GrantRow>('grants').whereIn('id', grantIds).update({ unanswered_at: new Date() });
    },

    async forgetOldAccess(endedBefore) {
      const before = new Date(endedBefore);
      await database('sign_in_codes').where('expires_at', '<', before).delete();
      // Consents that were given stay: they are how a repeated callback is recognised.
      await database('consents').where('expires_at', '<', before).whereNull('received_at').delete();
      await database('connect_links').where('expires_at', '<', before).delete();
      await forgetAbandonedImports(database);
    },
  };
}

function connectedStores(database: Knex): Knex.QueryBuilder {
  return database('stores as s').whereIn('s.status', ['active', 'renewal_due']);
}
