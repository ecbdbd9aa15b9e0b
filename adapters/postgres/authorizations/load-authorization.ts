import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { type Country, marketplaces } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { isoOrUndefined } from '../db/pg-values.ts';
import type { StoreRow } from '../stores/store.ts';
import { usableAuthorizations } from './list-authorizations.ts';
import type { AuthorizationRow } from './rows.ts';

export interface UsableAuthorization {
  readonly sellerId: string;
  /** Of one of its stores. */
  readonly country: Country;
  readonly authorizedAt: string;
  /** Decrypted. */
  readonly refreshToken: string;
  readonly sellerProof?: SellerProof;
  /** When Amazon last said that the token is the seller's, ISO 8601; absent when it never did, or named another seller. */
  readonly provedAt?: string;
}

/** The authorization in use by a store. */
export async function loadAuthorization(
  database: Knex,
  vault: SecretVault,
  storeId: string,
): Promise<UsableAuthorization | undefined> {
  const row = await database('stores as s')
    .join('grants as g', 'g.id', 's.grant_id')
    .where('s.id', storeId)
    .first<(AuthorizationRow & { country: Country }) | undefined>('g.*', 's.country');
  return row && openToken(vault, row, row.country);
}

/** The authorization that the store's seller gave for another store of the region. */
export async function loadReusableAuthorization(
  database: Knex,
  vault: SecretVault,
  storeId: string,
): Promise<UsableAuthorization | undefined> {
  const store = await database<StoreRow>('stores').where({ id: storeId }).whereNot({ status: 'deleted' }).first();
  if (!store?.seller_id) return undefined;
  const { region } = marketplaces[store.country];
  const row = await usableAuthorizations(database).where({ selling_partner_id: store.seller_id, region }).first();
  return row && openToken(vault, row, store.country);
}

/**
 * The token that a new authorization of this seller would replace, decrypted; undefined if there is none, or none that
 * can be opened: a new consent is what repairs that.
 */
export async function loadPreviousToken(
  database: Knex,
  vault: SecretVault,
  sellerId: string,
  country: Country,
): Promise<string | undefined> {
  const { region } = marketplaces[country];
  const row = await database<AuthorizationRow>('grants')
    .where({ selling_partner_id: sellerId, region, other_seller_id: null })
    .first();
  if (!row?.sealed_refresh_token) return undefined;
  return openIfReadable(vault, row.sealed_refresh_token, sealingContexts.authorizationToken(sellerId, region));
}

async function openToken(
  vault: SecretVault,
  row: AuthorizationRow,
  country: Country,
): Promise<UsableAuthorization | undefined> {
  const { selling_partner_id: sellerId, region, sealed_refresh_token: sealed } = row;
  if (!sealed) return undefined;
  const refreshToken = await vault.open(sealed, sealingContexts.authorizationToken(sellerId, region));
  return {
    ...{ sellerId, country, refreshToken },
    authorizedAt: row.authorized_at.toISOString(),
    sellerProof: row.seller_proof ?? undefined,
    provedAt: isoOrUndefined(row.proved_at),
  };
}
