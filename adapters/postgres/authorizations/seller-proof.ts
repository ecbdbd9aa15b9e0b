import type { Knex } from 'knex';
import { type Country, marketplaces } from '../../../domain/marketplaces.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { AlarmRow } from '../alarms/rows.ts';
import type { StoreRow } from '../stores/store.ts';
import type { AuthorizationRow } from './rows.ts';

/** The authorization whose token was checked. One that has been replaced meanwhile is left alone. */
export interface ProvenAuthorization {
  readonly sellerId: string;
  /** Any of its region. */
  readonly country: Country;
  readonly authorizedAt: string;
}

/** A proof is not undone by a later one that Amazon did not permit. */
export async function saveSellerProof(
  database: Knex,
  authorization: ProvenAuthorization,
  sellerProof: SellerProof,
): Promise<void> {
  await database.transaction(async (trx) => {
    const rows = rowsOf(trx, authorization);
    if (sellerProof === 'claimed') void rows.whereNull('seller_proof');
    const isProven = sellerProof === 'proven';
    await copyProofs(trx, rows, {
      seller_proof: sellerProof,
      ...(isProven && { proved_at: new Date(), other_seller_id: null }),
    });
  });
}

/** Amazon names another seller: no further store may use it, and nothing is compared with it. */
export async function markOtherSeller(
  database: Knex,
  authorization: ProvenAuthorization,
  otherSellerId: string,
): Promise<void> {
  await database.transaction((trx) =>
    copyProofs(trx, rowsOf(trx, authorization), { seller_proof: null, other_seller_id: otherSellerId }),
  );
}

function rowsOf(trx: Knex.Transaction, { sellerId, country, authorizedAt }: ProvenAuthorization) {
  const { region } = marketplaces[country];
  return trx<AuthorizationRow>('grants').where({
    ...{ selling_partner_id: sellerId, region },
    authorized_at: new Date(authorizedAt),
  });
}

async function copyProofs(
  trx: Knex.Transaction,
  rows: ReturnType<typeof rowsOf>,
  columns: Partial<AuthorizationRow>,
): Promise<void> {
  const [updated] = await rows.update(columns).returning('id');
  if (updated) await copySellerProof(trx, updated.id);
}

/** The stores of an authorization show its proof. */
export async function copySellerProof(trx: Knex.Transaction, authorizationId: string): Promise<void> {
  const grant = trx<AuthorizationRow>('grants').where({ id: authorizationId }).select('seller_proof');
  await trx<StoreRow>('stores')
    .where({ grant_id: authorizationId })
    .update({ seller_proof: trx.raw('(?)', [grant]) });
}

/** Whether a connected store uses a token whose seller is only claimed. `except`: the seller that has just been proven. */
export async function isAnyClaimed(database: Knex, except?: { sellerId: string; country: Country }): Promise<boolean> {
  const claimed = database('grants as g')
    .where('g.seller_proof', 'claimed')
    .whereExists(
      database<StoreRow>('stores as s')
        .whereRaw('s.grant_id = g.id')
        .whereIn('s.status', ['active', 'renewal_due'])
        .select('s.id'),
    );
  if (except)
    void claimed.whereNot((same) => {
      void same.where({ 'g.selling_partner_id': except.sellerId, 'g.region': marketplaces[except.country].region });
    });
  return (await claimed.first('g.id')) !== undefined;
}

/** Subjects of open alarms about another seller whose token was replaced since, or that no store uses any more. */
export function listSettledMismatches(database: Knex): Promise<string[]> {
  const marked = database('grants as g')
    .whereRaw(`g.selling_partner_id || '/' || g.region = a.subject`)
    .whereNotNull('g.other_seller_id')
    .whereExists(
      database<StoreRow>('stores as s').whereRaw('s.grant_id = g.id').whereNot('s.status', 'deleted').select('s.id'),
    );
  return database<AlarmRow>('alarms as a')
    .where({ kind: 'wrong_seller' })
    .whereNull('closed_at')
    .whereNotExists(marked.select('g.id'))
    .pluck('subject');
}
