/** What the API reads and writes beside Temporal. Implemented in adapters/postgres and adapters/commerce. */
import type { Alarm, AlarmKind } from '../domain/alarms.ts';
import type { SecretPeriod } from '../domain/application-secret.ts';
import type { Country, ProductIdType, Region } from '../domain/marketplaces.ts';
import type { PreSetupTask } from '../domain/pre-setup-tasks.ts';
import type { Reason } from '../domain/reasons.ts';
import type { NextStep } from '../domain/store-life.ts';
import type { StoreRequest } from '../domain/store-request.ts';
import type { StoreStatus } from '../domain/store-status.ts';
import type { TimelineNote } from '../domain/timeline.ts';

export type * from './access-ports.ts';
export type * from './import-ports.ts';
export type { StoreRequest };

export interface StoreRecord extends Omit<StoreRequest, 'sellerId'> {
  readonly id: string;
  readonly status: StoreStatus;
  /** When it came into this status, ISO 8601. */
  readonly statusSince: string;
  readonly enabled: boolean;
  /** True from the first time it was connected: only then may it be activated. */
  readonly setUp: boolean;
  readonly reason?: Reason;
  readonly sellerId?: string;
  readonly authorizedAt?: string;
  readonly expiresAt?: string;
  readonly next?: NextStep;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; undefined on the last page. */
  readonly nextCursor?: string;
}

export type StoreSort =
  | 'createdAt'
  | '-createdAt'
  | 'name'
  | '-name'
  | 'expiresAt'
  | '-expiresAt'
  | 'updatedAt'
  | '-updatedAt';

/** What narrows a list of stores, beside their status. */
export interface StoreFilter {
  readonly country?: readonly Country[];
  readonly website?: string;
  /** Part of the name, e-mail or seller id, any case. */
  readonly q?: string;
  readonly renewsBefore?: string;
}

export interface StoreQuery extends StoreFilter {
  readonly status?: readonly StoreStatus[];
  readonly sort: StoreSort;
  readonly limit: number;
  readonly cursor?: string;
}

export interface TimelineRecord extends TimelineNote {
  readonly id: string;
  readonly at: string;
  readonly status?: StoreStatus;
  readonly reason?: Reason;
}

export interface StoreReader {
  /** Deleted stores are listed only when `status` asks for them. Throws `InvalidCursor`. */
  listStores(query: StoreQuery): Promise<Page<StoreRecord>>;
  /** `refused`: accepted with 202 and refused afterwards. Includes requests that are `creating`. */
  findStore(id: string): Promise<{ store: StoreRecord } | { refused: Reason } | undefined>;
  /** Those that were connected with this seller and not deleted. */
  listStoresOfSeller(sellerId: string): Promise<readonly StoreRecord[]>;
  listTimeline(storeId: string, page: { limit: number; cursor?: string }): Promise<Page<TimelineRecord>>;
  /** Connected and expired stores by the end of their year, `from` ≤ expiresAt < `to`. */
  listRenewals(range: { from?: string; to?: string }): Promise<readonly StoreRecord[]>;
  /** Of all stores, or of those that match; deleted ones are counted under their own status. */
  countByStatus(filter?: StoreFilter): Promise<Readonly<Record<StoreStatus, number>>>;
}

export class InvalidCursor extends Error {
  constructor(cursor: string) {
    super(`The cursor "${cursor}" cannot be read: use the nextCursor of an earlier answer.`);
    this.name = 'InvalidCursor';
  }
}

export interface SellerAuthorization {
  readonly sellerId: string;
  readonly region: Region;
  readonly authorizedAt: string;
  readonly expiresAt: string;
  /** The stores that use it. */
  readonly stores: readonly { readonly id: string; readonly name: string; readonly country: Country }[];
  /** As Amazon named them at `checkedAt`; empty before it was asked. */
  readonly marketplaces: readonly SellerMarketplace[];
  readonly checkedAt?: string;
}

/** One of a seller's marketplaces, as Amazon names it: also those that no store of ours can sell in. */
export interface SellerMarketplace {
  readonly countryCode: string;
  readonly isParticipating: boolean;
  readonly hasSuspendedListings: boolean;
}

export interface SellerAuthorizations {
  /** Those whose year has not ended, by seller and region. */
  listAuthorizations(sellerId?: string): Promise<readonly SellerAuthorization[]>;
}

export interface StoreRequests {
  /**
   * Notes a request before its workflow is started. `fingerprint`: hash of the body; the same key with another
   * fingerprint is a `conflict`.
   */
  noteRequest(input: {
    storeId: string;
    idempotencyKey?: string;
    fingerprint: string;
    request: StoreRequest;
  }): Promise<{ kind: 'noted'; storeId: string; repeated: boolean } | { kind: 'conflict' }>;
  /** Temporal has it: from here on the store is seen as `creating`. */
  markAccepted(storeId: string): Promise<void>;
  /** The store that bears this name now, any case. */
  findStoreByName(name: string): Promise<{ id: string } | undefined>;
}

export interface SettingsChange {
  readonly name?: string;
  readonly email?: string;
  /** Null removes it. */
  readonly secondEmail?: string | null;
  /** Both or neither; null clears. */
  readonly productIdType?: ProductIdType | null;
  readonly attributeCode?: string | null;
}

export interface StoreSettings {
  /** `beforeCommit` runs inside the transaction: when it throws, nothing has changed. Adds a `settings_changed` entry. */
  changeSettings(
    storeId: string,
    change: SettingsChange,
    beforeCommit: () => Promise<void>,
  ): Promise<{ kind: 'changed'; store: StoreRecord } | { kind: 'name_taken' } | { kind: 'not_found' }>;
}

export interface ConnectLinks {
  /** Only a hash is kept; the token is returned once. Adds a `connect_link_created` entry. */
  createLink(storeId: string, validUntil: string): Promise<{ token: string }>;
  findLink(token: string): Promise<{ linkId: string; storeId: string; expiresAt: string } | undefined>;
}

export type ConsentOutcome = 'connected' | Reason;

export interface ConsentView {
  readonly consentId: string;
  readonly storeId: string;
  readonly sellingPartnerId: string;
  /** True once the workflow has been told. */
  readonly delivered: boolean;
  /** Absent while the connection is being verified. */
  readonly outcome?: ConsentOutcome;
}

export interface Consents {
  /** Makes a single-use `state` for the browser `browserId` (random, from its cookie); only hashes are kept. */
  beginConsent(input: {
    storeId: string;
    linkId?: string;
    browserId: string;
    redirectUri: string;
    expiresAt: string;
  }): Promise<{ state: string }>;
  /**
   * Takes a callback once: seals the code. The same callback again is `taken` with the first outcome; a wrong browser
   * or an expired or unknown state burns nothing.
   */
  takeCallback(input: {
    state: string;
    browserId?: string;
    code: string;
    sellingPartnerId: string;
    receivedAt: string;
  }): Promise<{ kind: 'taken'; consent: ConsentView } | { kind: 'unknown_state' | 'wrong_browser' | 'state_expired' }>;
  markDelivered(consentId: string): Promise<void>;
  findConsent(consentId: string): Promise<ConsentView | undefined>;
  /** Whose consent a `state` began; undefined for one that was never made. */
  findConsentByState(state: string): Promise<{ consentId: string; storeId: string } | undefined>;
}

export interface PreSetupTicks {
  /** Those that a person ticked: who, and when. */
  listTicks(): Promise<ReadonlyMap<PreSetupTask, { readonly by: string; readonly at: string }>>;
  /** The first tick stays. */
  tick(task: PreSetupTask, by: string): Promise<void>;
  untick(task: PreSetupTask): Promise<void>;
}

export interface AlarmRecord extends Pick<Alarm, 'kind' | 'params'> {
  readonly id: string;
  readonly openedAt: string;
  readonly closedAt?: string;
}

export interface AlarmReader {
  /** Open ones first, then the newest. Throws `InvalidCursor`. */
  listAlarms(page: { limit: number; cursor?: string }): Promise<Page<AlarmRecord>>;
  /** Every kind, those that are closed with 0. */
  countOpenAlarms(): Promise<ReadonlyMap<AlarmKind, number>>;
}

export interface ApplicationSecretRecord extends SecretPeriod {
  readonly clientId: string;
  /** `environment`: its age is unknown and counted from when it was first seen. */
  readonly source: 'environment' | 'api';
  /** True once Amazon has accepted it. */
  readonly isVerified: boolean;
  readonly predecessorValidUntil?: string;
}

export interface ApplicationSecrets {
  describe(): Promise<ApplicationSecretRecord>;
  /** Takes it into force at once, for every process; the same one again corrects its date. */
  takeRotatedSecret(rotated: { clientSecret: string; issuedAt?: string; isVerified: boolean }): Promise<void>;
}

/** Asks Amazon about a client secret, without any seller; `unknown` when Amazon gave no answer to that. */
export type VerifyClientSecret = (clientSecret: string) => Promise<'accepted' | 'refused' | 'unknown'>;

export interface LinkMailer {
  /** Puts a message with a link of its own into the outbox; it is sent once its delivery has begun. */
  queueLinkMessage(storeId: string): Promise<{ messageId: string }>;
}

export interface StoreChangeNotice {
  /** Increasing; the SSE `id`. */
  readonly id: string;
  readonly storeId: string;
  readonly entry: TimelineRecord;
}

export interface ChangeFeed {
  /** Calls back for every committed timeline entry of any store, in order; returns the way to stop. */
  subscribe(listener: (notice: StoreChangeNotice) => void): () => void;
  /** Entries after `id`, oldest first, at most `limit`. */
  since(id: string, limit: number): Promise<readonly StoreChangeNotice[]>;
}

export interface CommerceWebsite {
  readonly code: string;
  readonly name: string;
  /** Code of the store view that imported orders go to. */
  readonly defaultStoreView?: string;
}

export interface WebsiteCurrency {
  /** Its name. */
  readonly website: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface CommerceAttribute {
  readonly code: string;
  readonly label: string;
}

export interface CommerceCatalog {
  /** Without `admin`. Throws `CommerceUnavailable`. */
  listWebsites(): Promise<readonly CommerceWebsite[]>;
  /** Base currencies, of the websites that have a store view. Throws `CommerceUnavailable`. */
  listCurrencies(): Promise<readonly WebsiteCurrency[]>;
  /** `q` matches code or label, any case; ordered by code. Throws `CommerceUnavailable`. */
  searchAttributes(q: string, limit: number): Promise<readonly CommerceAttribute[]>;
  findAttribute(code: string): Promise<CommerceAttribute | undefined>;
}

/** `refused`: Commerce answered that our integration may not; `away`: no usable answer. */
export class CommerceUnavailable extends Error {
  readonly kind: 'away' | 'refused';

  constructor(kind: 'away' | 'refused', message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommerceUnavailable';
    this.kind = kind;
  }
}
