import type { Knex } from 'knex';
import type { Region } from '../../../domain/marketplaces.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow } from './rows.ts';

export interface SellerRegion {
  readonly sellerId: string;
  readonly region: Region;
}

/** Returns since when Amazon has refused access with the authorization, with this refusal or an earlier one. */
export async function recordAccessRefusal(
  database: Knex,
  { sellerId, region }: SellerRegion,
): Promise<string | undefined> {
  const [row] = await database<AuthorizationRow>('grants')
    .where({ selling_partner_id: sellerId, region })
    .update({ refused_since: database.raw('coalesce(refused_since, now())') })
    .returning('refused_since');
  return row?.refused_since?.toISOString();
}

export async function isAccessRefused(database: Knex, { sellerId, region }: SellerRegion): Promise<boolean> {
  const refused = database<AuthorizationRow>('grants')
    .where({ selling_partner_id: sellerId, region })
    .whereNotNull('refused_since');
  return (await refused.first('id')) !== undefined;
}

export async function endAccessRefusal(database: Knex, { sellerId, region }: SellerRegion): Promise<void> {
  await database<AuthorizationRow>('grants')
    .where({ selling_partner_id: sellerId, region })
    .update({ refused_since: null });
}

/** Refusals that no check will end, because no connected store uses the authorization any more. */
export function listUnusedRefusals(database: Knex): Promise<readonly SellerRegion[]> {
  const connectedStores = database<StoreRow>('stores as s')
    .whereRaw('s.grant_id = g.id')
    .whereIn('s.status', ['active', 'renewal_due']);
  return database('grants as g')
    .whereNotNull('g.refused_since')
    .whereNotExists(connectedStores.select('s.id'))
    .select<SellerRegion[]>('g.selling_partner_id as sellerId', 'g.region');
}
