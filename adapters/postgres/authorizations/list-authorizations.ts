import type { Knex } from 'knex';
import type { Country, Region } from '../../../domain/marketplaces.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow, ParticipationsRow, SellerMarketplace } from './rows.ts';

export interface SellerAuthorization {
  readonly sellerId: string;
  readonly region: Region;
  readonly authorizedAt: string;
  readonly expiresAt: string;
  /** The stores that use it. */
  readonly stores: readonly { readonly id: string; readonly name: string; readonly country: Country }[];
  /** As Amazon named them at `checkedAt`; empty before the first check. */
  readonly marketplaces: readonly SellerMarketplace[];
  readonly checkedAt?: string;
}

/** Authorizations whose year has not ended, by seller and region. */
export async function listAuthorizations(database: Knex, sellerId?: string): Promise<readonly SellerAuthorization[]> {
  const query = usableAuthorizations(database).orderBy(['selling_partner_id', 'region']);
  if (sellerId !== undefined) void query.where({ selling_partner_id: sellerId });
  const authorizations: readonly AuthorizationRow[] = await query;
  const ids = authorizations.map(({ id }) => id);
  const sellerIds = authorizations.map((row) => row.selling_partner_id);
  const [stores, participations] = await Promise.all([
    database<StoreRow>('stores')
      .whereIn('grant_id', ids)
      .whereNot({ status: 'deleted' })
      .orderBy('name_key')
      .select('id', 'name', 'country', 'grant_id'),
    database<ParticipationsRow>('seller_participations').whereIn('selling_partner_id', sellerIds),
  ]);
  return authorizations.map((authorization) => {
    const { selling_partner_id: seller, region } = authorization;
    const latest = participations.find((row) => row.selling_partner_id === seller && row.region === region);
    return {
      sellerId: seller,
      region,
      authorizedAt: authorization.authorized_at.toISOString(),
      expiresAt: authorization.expires_at.toISOString(),
      stores: stores
        .filter((store) => store.grant_id === authorization.id)
        .map(({ id, name, country }) => ({ id, name, country })),
      marketplaces: latest?.participations ?? [],
      checkedAt: latest?.seen_at.toISOString(),
    };
  });
}

/** Saves what Amazon last returned about the marketplaces of a seller. */
export async function saveParticipations(
  database: Knex,
  sellerId: string,
  region: Region,
  participations: readonly SellerMarketplace[],
): Promise<void> {
  const marketplaces = participations.map(({ countryCode, isParticipating, hasSuspendedListings }) => ({
    countryCode,
    isParticipating,
    hasSuspendedListings,
  }));
  await database<ParticipationsRow>('seller_participations')
    .insert({
      selling_partner_id: sellerId,
      region,
      participations: database.raw('?::jsonb', [JSON.stringify(marketplaces)]),
      seen_at: new Date(),
    })
    .onConflict(['selling_partner_id', 'region'])
    .merge();
}

/** Authorizations that another store may use: their token is kept and is their seller's, and their year has not ended. */
export function usableAuthorizations(database: Knex): Knex.QueryBuilder<AuthorizationRow, AuthorizationRow[]> {
  return database<AuthorizationRow>('grants')
    .whereNotNull('sealed_refresh_token')
    .whereNull('other_seller_id')
    .where('expires_at', '>', database.fn.now());
}
