/** Why a store is not connected, or a connection failed: a stable code and the values that its sentence names. */
export const reasonCodes = [
  'code_expired',
  'superseded',
  'no_refresh_token',
  'seller_mismatch',
  'store_exists',
  'store_name_taken',
  'not_participating',
  'account_not_eligible',
  'access_denied',
  'authorization_revoked',
  'authorization_expired',
  'disconnected_by_admin',
  'authorization_lost',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Warnings about a connected store: found by a connection check, and over when a later one passes. */
const warningCodes: readonly string[] = ['not_participating', 'access_denied'] satisfies readonly ReasonCode[];

export function isWarning(code: string | undefined): boolean {
  return code !== undefined && warningCodes.includes(code);
}

type Params<K extends string = never> = Readonly<Record<K, string>>;

export type ReasonParams = {
  readonly code_expired: Params;
  readonly no_refresh_token: Params;
  /** Of a consent, never of a store. */
  readonly superseded: Params;
  /** `actual` is absent when Amazon does not say who it is, only that it is another account. */
  readonly seller_mismatch: Params<'expected'> & { readonly actual?: string };
  readonly store_exists: Params<'sellerId' | 'country' | 'existing'>;
  readonly store_name_taken: Params<'name'>;
  readonly not_participating: Params<'sellerId' | 'country'>;
  readonly account_not_eligible: Params;
  /** `requestId`: Amazon's, to be quoted to its support. */
  readonly access_denied: Params<'sellerId' | 'requestId'>;
  readonly authorization_revoked: Params<'sellerId'>;
  readonly authorization_expired: Params;
  readonly disconnected_by_admin: Params;
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
