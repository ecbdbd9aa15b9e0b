/** Why a store is not connected, or a connection failed: a stable code and the values that its sentence names. */
export const reasonCodes = [
  'code_expired',
  'superseded',
  'no_refresh_token',
  'exchange_interrupted',
  'exchange_timed_out',
  'seller_mismatch',
  'store_exists',
  'store_name_taken',
  'not_participating',
  'account_not_eligible',
  'access_denied',
  'authorization_revoked',
  'authorization_expired',
  'disconnected_by_admin',
  'authorization_unreadable',
  'authorization_lost',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Warnings about a connected store: found by a connection check, and over when a later one passes. */
const warningCodes: readonly string[] = ['not_participating', 'access_denied'] satisfies readonly ReasonCode[];

export function isWarning(code: string | undefined): boolean {
  return code !== undefined && warningCodes.includes(code);
}

/** The token in use is worthless: a new consent for one store brings back all stores of the authorization. */
export function endsAuthorization(code: string | undefined): boolean {
  return code === 'authorization_revoked' || code === 'seller_mismatch' || code === 'authorization_lost';
}

/** A code works once, and only for minutes: the seller receives a new link without asking for it. */
export function needsFreshLink(code: ReasonCode): boolean {
  return freshLinkCodes.includes(code);
}
const freshLinkCodes: readonly ReasonCode[] = [
  'code_expired',
  'no_refresh_token',
  'exchange_interrupted',
  'exchange_timed_out',
  'authorization_unreadable',
];

/** They say what became of one consent, and nothing about its store. */
export function isOfConsentOnly(code: ReasonCode): boolean {
  return code === 'superseded' || code === 'disconnected_by_admin';
}

/** The callback of a consent, or a line of an imported file. */
export type SellerClaim = 'consent' | 'file';

type Params<K extends string = never> = Readonly<Record<K, string>>;

export type ReasonParams = {
  readonly code_expired: Params;
  readonly no_refresh_token: Params;
  /** Amazon may have taken the code, and its answer was lost. */
  readonly exchange_interrupted: Params;
  /** Amazon gave no answer while the code was valid. */
  readonly exchange_timed_out: Params;
  /** Of a consent, never of a store. */
  readonly superseded: Params;
  /**
   * `actual` is absent when Amazon does not say who it is, only that it is another account. `claimedBy`: where the
   * expected seller was only claimed, because the store has none; otherwise it is the seller of the store.
   */
  readonly seller_mismatch: Params<'expected'> & { readonly actual?: string; readonly claimedBy?: SellerClaim };
  readonly store_exists: Params<'sellerId' | 'country' | 'existing'>;
  readonly store_name_taken: Params<'name'>;
  readonly not_participating: Params<'sellerId' | 'country'>;
  readonly account_not_eligible: Params;
  /** `requestId`: Amazon's, to be quoted to its support. */
  readonly access_denied: Params<'sellerId' | 'requestId'>;
  readonly authorization_revoked: Params<'sellerId'>;
  readonly authorization_expired: Params;
  readonly disconnected_by_admin: Params;
  /** What we stored of a consent or an authorization cannot be opened any more. */
  readonly authorization_unreadable: Params;
  /** Our database was restored from a backup that is older than the authorization. */
  readonly authorization_lost: Params;
};

/** Kept in workflow histories and in the database: never a secret, never an e-mail address. */
export interface Reason<C extends ReasonCode = ReasonCode> {
  readonly code: C;
  readonly params: ReasonParams[C];
}

type CodeWithoutParams = {
  [C in ReasonCode]: Params extends ReasonParams[C] ? C : never;
}[ReasonCode];

export function reason<C extends CodeWithoutParams>(code: C): Reason<C>;
export function reason<C extends ReasonCode>(code: C, params: ReasonParams[C]): Reason<C>;
export function reason(code: ReasonCode, params: Params = {}): { readonly code: ReasonCode; readonly params: Params } {
  return { code, params };
}
