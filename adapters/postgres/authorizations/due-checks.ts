import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Country, Region } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { isoOrUndefined } from '../db/pg-values.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { AuthorizationRow } from './rows.ts';

export interface StoreToCheck {
  readonly storeId: string;
  readonly country: Country;
  /** Code of the reason that the store shows. */
  readonly reasonCode: string | null;
}

/** An authorization whose connection check is due. */
export interface DueCheck {
  readonly authorizationId: string;
  readonly sellerId: string;
  readonly region: Region;
  readonly authorizedAt: string;
  /** Decrypted. */
  readonly refreshToken: string;
  readonly sellerProof?: SellerProof;
  /** When Amazon last said that the token is the seller's. */
  readonly provedAt?: string;
  /** The connected stores that use it. */
  readonly stores: readonly StoreToCheck[];
}

/**
 * Authorizations in use that were last checked about `intervalMs` ago or earlier. Those that were neither checked nor
 * unanswered for the longest time come first: one that Amazon does not answer holds up no other, and is tried again in
 * its turn however many are due. Those whose token cannot be opened are left out.
 */
export async function listDueChecks(
  database: Knex,
  vault: SecretVault,
  intervalMs: number,
  limit: number,
): Promise<readonly DueCheck[]> {
  const unreadable: string[] = [];
  for (;;) {
    const rows = await selectDue(database, intervalMs, limit, unreadable);
    const checks = await Promise.all(rows.map((row) => toDueCheck(database, vault, row)));
    const readable = checks.filter((check) => check !== undefined);
    if (readable.length === rows.length) return readable;
    const found = rows.filter((_row, index) => checks[index] === undefined).map(({ id }) => id);
    await markUnanswered(database, found);
    unreadable.push(...found);
  }
}

function selectDue(
  database: Knex,
  intervalMs: number,
  limit: number,
  exceptIds: readonly string[],
): Promise<AuthorizationRow[]> {
  // The interval varies by up to a tenth either way, fixed per authorization, so that those of one day spread out.
  return database<AuthorizationRow>('grants as g')
    .whereNotNull('g.sealed_refresh_token')
    .whereRaw('g.id <> all(?::uuid[])', [[...exceptIds]])
    .whereRaw(
      `coalesce(g.checked_at, g.authorized_at) <
        now() - make_interval(secs => ? * (0.9 + 0.2 * ('x' || substr(md5(g.id::text), 1, 4))::bit(16)::int / 65535.0))`,
      [intervalMs / 1000],
    )
    .whereExists(connectedStores(database).whereRaw('s.grant_id = g.id'))
    .orderByRaw('greatest(g.unanswered_at, coalesce(g.checked_at, g.authorized_at))')
    .limit(limit)
    .select<AuthorizationRow[]>('g.*');
}

export async function markChecked(database: Knex, authorizationId: string): Promise<void> {
  await database<AuthorizationRow>('grants')
    .where({ id: authorizationId })
    .update({ checked_at: new Date(), unanswered_at: null });
}

export async function markUnanswered(database: Knex, authorizationIds: readonly string[]): Promise<void> {
  await database<AuthorizationRow>('grants').whereIn('id', authorizationIds).update({ unanswered_at: new Date() });
}

async function toDueCheck(database: Knex, vault: SecretVault, row: AuthorizationRow): Promise<DueCheck | undefined> {
  const { id, selling_partner_id: sellerId, region, sealed_refresh_token: sealed } = row;
  const refreshToken = await openIfReadable(vault, sealed ?? '', sealingContexts.authorizationToken(sellerId, region));
  if (refreshToken === undefined) return undefined;
  return {
    authorizationId: id,
    sellerId,
    region,
    authorizedAt: row.authorized_at.toISOString(),
    sellerProof: row.seller_proof ?? undefined,
    provedAt: isoOrUndefined(row.proved_at),
    refreshToken,
    stores: await connectedStores(database)
      .where('s.grant_id', id)
      .select<StoreToCheck[]>('s.id as storeId', 's.country', database.raw(`s.reason->>'code' as "reasonCode"`)),
  };
}

function connectedStores(database: Knex): Knex.QueryBuilder {
  return database('stores as s').whereIn('s.status', ['active', 'renewal_due']);
}
