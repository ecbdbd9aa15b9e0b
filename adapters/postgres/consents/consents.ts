import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { Country } from '../../../domain/marketplaces.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { StoreRow } from '../stores/store.ts';
import type { ConsentRow } from './rows.ts';

export interface NewConsent {
  readonly storeId: string;
  readonly linkId?: string;
  /** Random, from the browser's cookie. */
  readonly browserId: string;
  readonly redirectUri: string;
  readonly expiresAt: string;
}

export interface Callback {
  readonly state: string;
  readonly browserId?: string;
  readonly code: string;
  readonly sellingPartnerId: string;
  readonly receivedAt: string;
}

/** A consent that was given. */
export interface Consent {
  readonly consentId: string;
  readonly storeId: string;
  readonly sellingPartnerId: string;
  /** True once the workflow was signalled. */
  readonly delivered: boolean;
  /** As Amazon names the account; absent until it is verified. */
  readonly accountName?: string;
  /** Absent while the connection is being verified. */
  readonly outcome?: 'connected' | Reason;
}

export interface ConsentToVerify {
  readonly consentId: string;
  readonly storeId: string;
  readonly country: Country;
  /** The seller as Amazon's callback named it. */
  readonly sellingPartnerId: string;
  /** The store's own seller, once it has one. */
  readonly expectedSellerId?: string;
  /** When the callback brought the code, ISO 8601. */
  readonly receivedAt: string;
  /** Sent to Amazon with the consent, and needed again for the exchange. */
  readonly redirectUri: string;
  /** Decrypted; present until exchanged. */
  readonly code?: string;
  /** Decrypted; present once exchanged and until adopted. */
  readonly refreshToken?: string;
  /** It became the authorization of its store. */
  readonly isAdopted: boolean;
  /** Present once it was refused. */
  readonly refusal?: Reason;
}

/** Creates a single-use `state` for one browser. Only hashes of both are stored. */
export async function beginConsent(
  database: Knex,
  { storeId, linkId, browserId, redirectUri, expiresAt }: NewConsent,
): Promise<{ state: string }> {
  const state = newToken();
  await database<ConsentRow>('consents').insert({
    id: randomUUID(),
    state_hash: hashToken(state),
    browser_hash: hashToken(browserId),
    store_id: storeId,
    link_id: linkId ?? null,
    redirect_uri: redirectUri,
    expires_at: new Date(expiresAt),
  });
  return { state };
}

/**
 * Accepts a callback once and seals its code. The same browser again, also with another code because the provider
 * redirected twice, is `received` with the first outcome; only the first code is used. A wrong browser, or an expired or
 * unknown state, leaves the consent unchanged.
 */
export function receiveCallback(
  database: Knex,
  vault: SecretVault,
  callback: Callback,
): Promise<{ kind: 'received'; consent: Consent } | { kind: 'unknown_state' | 'wrong_browser' | 'state_expired' }> {
  return database.transaction(async (trx) => {
    const state = { state_hash: hashToken(callback.state) };
    // The store first, as everywhere: its deletion either destroys this code, or is seen here.
    const store = await trx<StoreRow>('stores')
      .whereIn('id', trx<ConsentRow>('consents').where(state).select('store_id'))
      .forShare()
      .first('status');
    const row = await trx<ConsentRow>('consents').where(state).forNoKeyUpdate().first();
    if (!row) return { kind: 'unknown_state' };
    if (callback.browserId === undefined || hashToken(callback.browserId) !== row.browser_hash)
      return { kind: 'wrong_browser' };
    if (row.received_at) return { kind: 'received', consent: toConsent(row) };
    // The deletion of a store also ends its consents: its absence is the better answer.
    if (store?.status === 'deleted') return { kind: 'unknown_state' };
    if (row.expires_at <= new Date(callback.receivedAt)) return { kind: 'state_expired' };
    return { kind: 'received', consent: toConsent(await saveCallback(trx, vault, row, callback)) };
  });
}

async function saveCallback(
  trx: Knex.Transaction,
  vault: SecretVault,
  row: ConsentRow,
  { code, sellingPartnerId, receivedAt }: Callback,
): Promise<ConsentRow> {
  const columns = {
    received_at: new Date(receivedAt),
    code_hash: hashToken(code),
    selling_partner_id: sellingPartnerId,
    sealed_code: await vault.seal(code, sealingContexts.code(row.id)),
  };
  await trx<ConsentRow>('consents').where({ id: row.id }).update(columns);
  return { ...row, ...columns };
}

export async function markDelivered(database: Knex, consentId: string): Promise<void> {
  await database<ConsentRow>('consents')
    .where({ id: consentId })
    .whereNull('delivered_at')
    .update({ delivered_at: database.fn.now() });
}

/** For longer, a seller is not written to about a consent that led nowhere. */
const maxDeliveryDelayMs = 86_400_000;

/** Consents of the last day whose workflow was never signalled, received more than `graceMs` ago, the oldest first. */
export async function listUndelivered(database: Knex, graceMs: number, limit: number): Promise<readonly Consent[]> {
  const nowMs = Date.now();
  const rows = await database<ConsentRow>('consents')
    .where({ delivered_at: null, outcome: null })
    .whereBetween('received_at', [new Date(nowMs - maxDeliveryDelayMs), new Date(nowMs - graceMs)])
    .whereNotNull('sealed_code')
    .orderBy('received_at')
    .limit(limit);
  return rows.map(toConsent);
}

export async function findConsent(database: Knex, consentId: string): Promise<Consent | undefined> {
  const row = await database<ConsentRow>('consents').where({ id: consentId }).first();
  return row?.received_at ? toConsent(row) : undefined;
}

/** The consent that a `state` began, given or not. */
export async function findConsentByState(
  database: Knex,
  state: string,
): Promise<{ consentId: string; storeId: string } | undefined> {
  const row = await database<ConsentRow>('consents')
    .where({ state_hash: hashToken(state) })
    .first('id', 'store_id');
  return row && { consentId: row.id, storeId: row.store_id };
}

/** Undefined when the consent was forgotten because its store was deleted or disconnected, unless it has an outcome. */
export async function loadConsent(
  database: Knex,
  vault: SecretVault,
  consentId: string,
): Promise<ConsentToVerify | undefined> {
  const row = await database('consents as c')
    .join('stores as s', 's.id', 'c.store_id')
    .where('c.id', consentId)
    .whereNot('s.status', 'deleted')
    .first<(ConsentRow & Pick<StoreRow, 'country' | 'seller_id'>) | undefined>('c.*', 's.country', 's.seller_id');
  if (!row?.received_at || !row.selling_partner_id) return undefined;
  const { sealed_code: code, sealed_refresh_token: token } = row;
  if (!code && !token && !row.adopted_at && !row.outcome) return undefined;
  return {
    consentId,
    storeId: row.store_id,
    country: row.country,
    sellingPartnerId: row.selling_partner_id,
    expectedSellerId: row.seller_id ?? undefined,
    receivedAt: row.received_at.toISOString(),
    redirectUri: row.redirect_uri,
    code: code ? await vault.open(code, sealingContexts.code(consentId)) : undefined,
    refreshToken: token ? await vault.open(token, sealingContexts.consentToken(consentId)) : undefined,
    isAdopted: row.adopted_at !== null,
    refusal: row.outcome && row.outcome !== 'connected' ? row.outcome : undefined,
  };
}

/** Seals the refresh token and destroys the used code. */
export async function saveRefreshToken(
  database: Knex,
  vault: SecretVault,
  consentId: string,
  refreshToken: string,
): Promise<void> {
  const sealed = await vault.seal(refreshToken, sealingContexts.consentToken(consentId));
  // A consent without a code was forgotten in the meantime: its refresh token must not outlive that.
  await database<ConsentRow>('consents')
    .where({ id: consentId })
    .whereNotNull('sealed_code')
    .update({ sealed_refresh_token: sealed, sealed_code: null });
}

/** Its token was verified with Amazon, and may be adopted. `accountName`: as Amazon names the account. */
export async function saveVerification(
  database: Knex,
  consentId: string,
  { sellerProof, accountName }: { readonly sellerProof: SellerProof; readonly accountName?: string },
): Promise<void> {
  await database<ConsentRow>('consents')
    .where({ id: consentId })
    .update({ seller_proof: sellerProof, account_name: accountName ?? null });
}

function toConsent(row: ConsentRow): Consent {
  return {
    consentId: row.id,
    storeId: row.store_id,
    sellingPartnerId: row.selling_partner_id ?? '',
    delivered: row.delivered_at !== null,
    accountName: row.account_name ?? undefined,
    outcome: row.outcome ?? undefined,
  };
}
