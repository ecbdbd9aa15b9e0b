import type { Knex } from 'knex';
import type { Adoption, Refused } from '../../../activities/contract.ts';
import type { SecretVault } from '../../../activities/ports.ts';
import { marketplaces, type Region } from '../../../domain/marketplaces.ts';
import { reason, type Reason } from '../../../domain/reasons.ts';
import { periodFrom } from '../../../domain/renewal-schedule.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { endLinks } from '../consents/end-links.ts';
import type { ConsentRow } from '../consents/rows.ts';
import { lockAuthorization, lockStore } from '../db/locks.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { storeExists } from '../stores/create-store.ts';
import type { StoreRow } from '../stores/store.ts';
import { keepReplaced } from './replaced-authorization.ts';
import { type AuthorizationRow, toAuthorization } from './rows.ts';
import { copySellerProof } from './seller-proof.ts';
import { upsertAuthorization } from './upsert-authorization.ts';

/** A consent that the seller gave. */
interface GivenConsent extends ConsentRow {
  received_at: Date;
  selling_partner_id: string;
}

interface NewToken {
  readonly consent: GivenConsent;
  readonly store: StoreRow;
  readonly region: Region;
  /** Length of the year that begins with the consent. */
  readonly yearMs: number;
}

/**
 * Makes a verified consent the authorization of its store, or returns why that is refused. `yearMs`: length of the year
 * that begins with the consent. Idempotent.
 */
export function adoptAuthorization(
  database: Knex,
  vault: SecretVault,
  consentId: string,
  yearMs: number,
): Promise<Adoption> {
  return database.transaction(async (trx) => {
    const { store_id: storeId } = await loadGivenConsent(trx, consentId);
    await lockStore(trx, storeId);
    const consent = await loadGivenConsent(trx, consentId);
    const store = await trx<StoreRow>('stores').where({ id: storeId }).first();
    if (!store) throw new Error(`The store of consent ${consentId} does not exist.`);
    const { region } = marketplaces[store.country];
    await lockAuthorization(trx, consent.selling_partner_id, region);
    const refusal = await refusalReason(trx, store, consent);
    if (refusal) return refuse(trx, consentId, refusal);

    if (!consent.adopted_at) {
      const authorizationId = await replaceOlderToken(trx, vault, { consent, store, region, yearMs });
      if (authorizationId === undefined) return refuse(trx, consentId, reason('authorization_unreadable'));
      await trx<StoreRow>('stores')
        .where({ id: storeId })
        .update({ seller_id: consent.selling_partner_id, grant_id: authorizationId });
      await copySellerProof(trx, authorizationId);
      await settleConsents(trx, consent);
    }
    return describeAdoption(trx, storeId);
  });
}

async function loadGivenConsent(trx: Knex.Transaction, consentId: string): Promise<GivenConsent> {
  const row = await trx<ConsentRow>('consents').where({ id: consentId }).first();
  if (!row?.received_at || !row.selling_partner_id) throw new Error(`Consent ${consentId} was never given.`);
  return { ...row, received_at: row.received_at, selling_partner_id: row.selling_partner_id };
}

async function refusalReason(
  trx: Knex.Transaction,
  store: StoreRow,
  consent: GivenConsent,
): Promise<Reason | undefined> {
  const actual = consent.selling_partner_id;
  if (consent.outcome && consent.outcome !== 'connected') return consent.outcome;
  if (store.status === 'deleted') return reason('disconnected_by_admin');
  if (store.seller_id && store.seller_id !== actual)
    return reason('seller_mismatch', { expected: store.seller_id, actual });
  const existing = await trx<StoreRow>('stores')
    .where({ seller_id: actual, country: store.country })
    .whereNot({ status: 'deleted' })
    .whereNot({ id: store.id })
    .first('name');
  if (existing) return storeExists(actual, store.country, existing.name);
  // Never verified, or by a release that proved no seller.
  if (!consent.adopted_at && consent.sealed_refresh_token && !consent.seller_proof) return reason('code_expired');
  // Adopted before and detached since, or its token was destroyed by a disconnect or a newer consent.
  const isForgotten = consent.adopted_at ? !store.grant_id : !consent.sealed_refresh_token;
  return isForgotten ? reason('disconnected_by_admin') : undefined;
}

async function refuse(trx: Knex.Transaction, consentId: string, refusal: Reason): Promise<Refused> {
  await trx<ConsentRow>('consents').where({ id: consentId }).update({ sealed_code: null, sealed_refresh_token: null });
  return { outcome: 'refused', reason: refusal };
}

/**
 * Keeps a token that came from a newer consent, given for another store of the seller. Undefined when the token of this
 * consent cannot be opened.
 */
async function replaceOlderToken(
  trx: Knex.Transaction,
  vault: SecretVault,
  { consent, store, region, yearMs }: NewToken,
): Promise<string | undefined> {
  const { id: consentId, selling_partner_id: sellerId, seller_proof: sellerProof } = consent;
  const current = await trx<AuthorizationRow>('grants').where({ selling_partner_id: sellerId, region }).first();
  if (current?.sealed_refresh_token && current.authorized_at > consent.received_at) return current.id;
  const sealed = consent.sealed_refresh_token ?? '';
  const refreshToken = await openIfReadable(vault, sealed, sealingContexts.consentToken(consentId));
  if (refreshToken === undefined) return undefined;
  const period = periodFrom(consent.received_at.toISOString(), yearMs);
  const authorizationId = await upsertAuthorization(trx, vault, {
    ...{ sellerId, region, refreshToken, period, sellerProof },
  });
  await keepReplaced(trx, vault, { consentId, store, authorizationId, period, former: current });
  return authorizationId;
}

/** Ends the store's links; destroys the secrets of this consent and of older, unfinished ones, which it supersedes. */
async function settleConsents(trx: Knex.Transaction, consent: GivenConsent): Promise<void> {
  await trx<ConsentRow>('consents').where({ id: consent.id }).update({ adopted_at: trx.fn.now() });
  const upToThis = () =>
    trx<ConsentRow>('consents').where({ store_id: consent.store_id }).where('received_at', '<=', consent.received_at);
  await upToThis()
    .whereNot({ id: consent.id })
    .whereNull('outcome')
    .update({ outcome: trx.raw('?::jsonb', [JSON.stringify(reason('superseded'))]) });
  await upToThis().update({ sealed_code: null, sealed_refresh_token: null });
  await endLinks(trx, consent.store_id);
}

async function describeAdoption(trx: Knex.Transaction, storeId: string): Promise<Adoption> {
  const authorization = await trx<AuthorizationRow>('grants as g')
    .join('stores as s', 's.grant_id', 'g.id')
    .where('s.id', storeId)
    .first<AuthorizationRow>('g.*');
  const siblings = await trx<StoreRow>('stores')
    .where({ grant_id: authorization.id })
    .whereNot({ status: 'deleted' })
    .whereNot({ id: storeId })
    .orderBy('id')
    .select('id');
  return {
    outcome: 'adopted',
    authorization: toAuthorization(authorization),
    siblings: siblings.map(({ id }) => id),
  };
}
