import type { Knex } from 'knex';
import type { Adoption, Refused } from '../../../activities/contract.ts';
import type { SecretBox } from '../../../activities/ports.ts';
import { marketplaces, type Region } from '../../../domain/marketplaces.ts';
import { reason, type Reason } from '../../../domain/reasons.ts';
import { periodFrom } from '../../../domain/renewal-schedule.ts';
import type { Authorization } from '../../../domain/store-life.ts';
import { lockGrant, lockStore } from '../db/locks.ts';
import { storeExists } from '../stores/create-store.ts';
import { putGrantInForce } from './upsert-authorization.ts';
import type { ConsentRow, GrantRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

/** A consent of a seller that waits to become the authorization, or has. */
interface Candidate extends ConsentRow {
  received_at: Date;
  selling_partner_id: string;
}

/** Makes a verified consent the authorization of its store, or says why it cannot be. Answers the same each time. */
export function adoptAuthorization(
  database: Knex,
  box: SecretBox,
  consentId: string,
  yearMs: number,
): Promise<Adoption> {
  return database.transaction(async (trx) => {
    const { store_id: storeId } = await loadCandidate(trx, consentId);
    await lockStore(trx, storeId);
    const consent = await loadCandidate(trx, consentId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (!store) throw new Error(`The store of consent ${consentId} does not exist.`);
    const { region } = marketplaces[store.country];
    await lockGrant(trx, consent.selling_partner_id, region);
    const why = await whyRefused(trx, store, consent);
    if (why) return refuse(trx, consentId, why);

    if (!consent.adopted_at) {
      const grantId = await upsertGrant(trx, box, consent, region, yearMs);
      await trx<StoreRow>('stores')
        .where({ id: storeId })
        .update({ seller_id: consent.selling_partner_id, grant_id: grantId });
      await settleConsents(trx, consent);
    }
    return answer(trx, storeId);
  });
}

async function loadCandidate(trx: Knex.Transaction, consentId: string): Promise<Candidate> {
  const row = await trx<ConsentRow>('consents').where({ id: consentId }).first();
  if (!row?.received_at || !row.selling_partner_id) throw new Error(`Consent ${consentId} was never given.`);
  return { ...row, received_at: row.received_at, selling_partner_id: row.selling_partner_id };
}

async function whyRefused(trx: Knex.Transaction, store: StoreRow, consent: Candidate): Promise<Reason | undefined> {
  const actual = consent.selling_partner_id;
  if (store.status === 'deleted') return reason('disconnected_by_admin');
  if (store.seller_id && store.seller_id !== actual)
    return reason('seller_mismatch', { expected: store.seller_id, actual });
  const rival = await trx<StoreRow>('stores')
    .where({ seller_id: actual, country: store.country })
    .whereNot({ status: 'deleted' })
    .whereNot({ id: store.id })
    .first('name');
  if (rival) return storeExists(actual, store.country, rival.name);
  // Adopted before and detached since, or its secret was destroyed by a disconnect or a newer consent.
  const forgotten = consent.adopted_at ? !store.grant_id : !consent.sealed_refresh_token;
  return forgotten ? reason('disconnected_by_admin') : undefined;
}

async function refuse(trx: Knex.Transaction, consentId: string, why: Reason): Promise<Refused> {
  await trx<ConsentRow>('consents').where({ id: consentId }).update({ sealed_code: null, sealed_refresh_token: null });
  return { outcome: 'refused', reason: why };
}

/** Replaces the token in force, unless that one is of a newer consent (by another store of the seller). */
async function upsertGrant(
  trx: Knex.Transaction,
  box: SecretBox,
  consent: Candidate,
  region: Region,
  yearMs: number,
): Promise<string> {
  const sellerId = consent.selling_partner_id;
  const held = await trx<GrantRow>('grants').where({ selling_partner_id: sellerId, region }).first();
  if (held?.sealed_refresh_token && held.authorized_at > consent.received_at) return held.id;
  const token = await box.open(consent.sealed_refresh_token ?? '', sealingContexts.consentToken(consent.id));
  const period = periodFrom(consent.received_at.toISOString(), yearMs);
  return putGrantInForce(trx, box, { sellerId, region, refreshToken: token, period });
}

/** Destroys what this consent and the older, unfinished ones of the store still hold. */
async function settleConsents(trx: Knex.Transaction, consent: Candidate): Promise<void> {
  await trx<ConsentRow>('consents').where({ id: consent.id }).update({ adopted_at: trx.fn.now() });
  await trx<ConsentRow>('consents')
    .where({ store_id: consent.store_id })
    .where('received_at', '<=', consent.received_at)
    .update({ sealed_code: null, sealed_refresh_token: null });
}

async function answer(trx: Knex.Transaction, storeId: string): Promise<Adoption> {
  const grant = await trx<GrantRow>('grants as g')
    .join('stores as s', 's.grant_id', 'g.id')
    .where('s.id', storeId)
    .first<GrantRow>('g.*');
  const siblings = await trx<StoreRow>('stores')
    .where({ grant_id: grant.id })
    .whereNot({ status: 'deleted' })
    .whereNot({ id: storeId })
    .orderBy('id')
    .select('id');
  return { outcome: 'adopted', authorization: toAuthorization(grant), siblings: siblings.map(({ id }) => id) };
}

export function toAuthorization(grant: GrantRow): Authorization {
  return {
    grantId: grant.id,
    sellerId: grant.selling_partner_id,
    authorizedAt: grant.authorized_at.toISOString(),
    expiresAt: grant.expires_at.toISOString(),
  };
}
