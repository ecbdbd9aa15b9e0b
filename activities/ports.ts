/** What the activities need from the world. Adapters implement it; tests may too. */
import type { Alarm, AlarmKind } from '../domain/alarms.ts';
import type { CampaignAsk, CampaignProgress, CampaignState } from '../domain/campaign.ts';
import type { Country, Region } from '../domain/marketplaces.ts';
import type { AuthorizedPeriod } from '../domain/renewal-schedule.ts';
import type { Reason } from '../domain/reasons.ts';
import type { RowCounts, RowResult } from '../domain/store-import.ts';
import type { StoreRequest } from '../domain/store-request.ts';
import type { TimelineNote } from '../domain/timeline.ts';
import type {
  Adoption,
  ApplicationSecretDates,
  ExpiryWarning,
  StoreActivities,
  StoreChange,
  StoreMessage,
} from './contract.ts';

/** Stores, their timeline and their authorizations, in one database: each method is one transaction. */
export interface StoreRecords {
  createStore: StoreActivities['createStore'];
  recordChange(change: StoreChange): Promise<void>;
  /** `yearMs`: length of the year that begins with this consent. Same consent again: the same answer. */
  adoptAuthorization(consentId: string, yearMs: number): Promise<Adoption>;
  reuseAuthorization: StoreActivities['reuseAuthorization'];
  forgetAuthorization(storeId: string): Promise<void>;
  /** Once per key; `messageId` is absent when it was sent already. */
  queueMessage(message: StoreMessage): Promise<{ messageId?: string }>;
  /** Adds an entry that is no change of state; once per (`storeId`, `key`). */
  noteOnTimeline(storeId: string, key: string, note: TimelineNote): Promise<void>;
}

export interface ConsentToVerify {
  readonly consentId: string;
  readonly storeId: string;
  readonly country: Country;
  /** The seller who agreed, as Amazon's callback named it. */
  readonly sellingPartnerId: string;
  /** Sent to Amazon with the consent, hence needed again for the exchange. */
  readonly redirectUri: string;
  /** Decrypted; present until exchanged. */
  readonly code?: string;
  /** Decrypted; present once exchanged and until adopted. */
  readonly refreshToken?: string;
}

export interface ConsentRecords {
  /** Undefined when the consent was forgotten (its store deleted or disconnected meanwhile). */
  loadConsent(consentId: string): Promise<ConsentToVerify | undefined>;
  /** Seals the refresh token and destroys the used code. */
  keepRefreshToken(consentId: string, refreshToken: string): Promise<void>;
}

export interface GrantToUse {
  readonly sellerId: string;
  readonly country: Country;
  /** Decrypted. */
  readonly refreshToken: string;
}

export interface GrantRecords {
  /** The authorization in force of a store. */
  loadGrant(storeId: string): Promise<GrantToUse | undefined>;
  /** The one that the store's seller gave for another store of the region. */
  loadGrantToReuse(storeId: string): Promise<GrantToUse | undefined>;
  /** What Amazon said last of the marketplaces of a seller. */
  keepParticipations(sellerId: string, region: Region, participations: readonly Participation[]): Promise<void>;
}

export interface GrantToCheck {
  readonly grantId: string;
  readonly sellerId: string;
  readonly region: Region;
  /** Decrypted. */
  readonly refreshToken: string;
  /** The connected stores that use it. */
  readonly stores: readonly { readonly storeId: string; readonly country: Country }[];
}

export interface WatchRecords {
  /**
   * Authorizations in use that were last checked about `intervalMs` ago or earlier, the longest waiting first; those that
   * Amazon gave no answer about come last, lest everybody waits behind them.
   */
  listGrantsToCheck(intervalMs: number, limit: number): Promise<readonly GrantToCheck[]>;
  markChecked(grantId: string): Promise<void>;
  markUnanswered(grantIds: readonly string[]): Promise<void>;
  /** What gave access once and ended before `endedBefore` (ISO 8601). */
  forgetOldAccess(endedBefore: string): Promise<void>;
}

export interface WaitingRow {
  readonly line: number;
  readonly storeId: string;
  readonly request: StoreRequest;
  /** When the seller agreed, of a row that brings an authorization of its own. */
  readonly authorizedAt?: string;
  /** How far an attempt whose answer was lost has come with its store. */
  readonly store:
    | { readonly kind: 'none' | 'noted' | 'created' }
    | { readonly kind: 'refused'; readonly reason: Reason };
}

export interface ImportRecords {
  /** By line; an import that has begun is accepted. */
  listWaitingRows(importId: string, limit: number): Promise<readonly WaitingRow[]>;
  /** The store that bears this name now, any case. */
  findNamesake(name: string): Promise<(StoreRequest & { readonly id: string }) | undefined>;
  /**
   * Asks for the store of a row, once, as `POST /v1/stores` does before its workflow is started; the authorization that
   * the row brings is kept for `period`.
   */
  noteStore(importId: string, row: WaitingRow, period?: AuthorizedPeriod): Promise<void>;
  /** Once per row; its settings are forgotten and its secret is destroyed. */
  settleRow(importId: string, line: number, result: RowResult): Promise<void>;
  countRows(importId: string): Promise<RowCounts>;
}

/** Starts the workflow of a store that was asked for, once however often; answers when it is recorded or refused. */
export type StartStore = (
  store: Pick<StoreRequest, 'name' | 'website' | 'country' | 'sellerId'> & { readonly storeId: string },
) => ReturnType<StoreActivities['createStore']>;

export interface OutgoingMessage {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Every store the message speaks for. */
  readonly stores: readonly { storeId: string; name: string; country: Country; website: string }[];
  /** Absolute connect link, made when the message was queued. */
  readonly link: string;
  readonly linkValidUntil: string;
  readonly content:
    | { kind: 'renewal'; days: number; expiresAt: string }
    | { kind: 'connect_link' }
    | { kind: 'connect_again'; reason: Reason }
    /** `reason`: a sentence of whoever made the campaign. */
    | { kind: 'campaign'; ask: CampaignAsk; reason: string; startsAt: string };
}

export interface MessageRecords {
  /** Undefined when it was sent already, or none of its stores is left. */
  loadMessage(messageId: string): Promise<OutgoingMessage | undefined>;
  markMessageSent(messageId: string): Promise<void>;
  /** Adds `message_delayed` or `message_failed` to every store of the message, each once. */
  noteMessageTrouble(messageId: string, trouble: 'delayed' | 'failed'): Promise<void>;
}

export interface AlarmRecords {
  /** One is open per kind and subject, whoever asks at once. `isNews`: this call opened it, or brought a further stage. */
  openAlarm(alarm: Alarm): Promise<{ readonly isNews: boolean }>;
  /** Closes it when its cause was not seen `calmTimes` times in a row; seeing it again begins anew. */
  closeAlarm(kind: AlarmKind, subject: string, calmTimes: number): Promise<'closed' | 'still_open' | 'not_open'>;
  isAlarmOpen(kind: AlarmKind, subject: string): Promise<boolean>;
}

export interface ClientSecret {
  readonly id: string;
  /** Decrypted. */
  readonly secret: string;
  /** True once Amazon has accepted it. */
  readonly isVerified: boolean;
}

/** Where calls to Amazon get our client secret from. */
export interface ClientSecrets {
  /** The one in force, then its predecessors for as long as Amazon may still take them. */
  listInForce(): Promise<readonly ClientSecret[]>;
  markVerified(id: string): Promise<void>;
}

/** When our client secret ends; nothing of the secret itself. */
export interface SecretClock {
  loadDates(): Promise<ApplicationSecretDates>;
  /** Tells those who listen to `application.secret_expiring`, once per date. */
  queueExpiryEvent(warning: ExpiryWarning): Promise<void>;
  /** Those that Amazon no longer takes. */
  destroyPredecessors(): Promise<void>;
}

/** What is mailed to operators about an alarm: it belongs to no store and carries no link to Amazon. */
export interface OperatorNotice {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly event: 'opened' | 'closed';
  readonly alarm: Pick<Alarm, 'kind' | 'params'>;
  readonly openedAt: string;
  readonly closedAt?: string;
}

export interface NoticeRecords {
  /** Those whose delivery was not begun: just queued, or left behind by a worker that died. */
  listNoticesToDispatch(): Promise<readonly string[]>;
  markNoticeDispatched(messageId: string): Promise<void>;
  /** Undefined when it was sent already, or nobody is to be told. */
  loadNotice(messageId: string): Promise<OperatorNotice | undefined>;
  markNoticeSent(messageId: string): Promise<void>;
}

export interface DueAsk {
  readonly grantId: string;
  readonly ask: CampaignAsk;
}

/** What a campaign reads and writes; each method is one transaction and may be repeated. */
export interface CampaignRecords {
  /** Fixes the authorizations it asks, their stores and their turns; once. `yearMs`: length of a year, for its days. */
  startCampaign(campaignId: string, yearMs: number): Promise<void>;
  /** Notes who has agreed, and closes what need not be asked any more. */
  settleAsks(campaignId: string): Promise<void>;
  /** Whose turn has come by `clockMs`, in order. */
  listDueAsks(campaignId: string, clockMs: number, limit: number): Promise<readonly DueAsk[]>;
  /** Puts the message into the outbox and tells it on the timelines; no `messageId` when there is nothing to send. */
  queueAsk(campaignId: string, due: DueAsk, linkValidUntil: string): Promise<{ messageId?: string }>;
  /** Its message is on its way, or none was wanted. `reminderAfterMs`: when the reminder is due, if there is to be one. */
  markAsked(campaignId: string, due: DueAsk, reminderAfterMs?: number): Promise<void>;
  readPlan(campaignId: string): Promise<{
    readonly counts: Readonly<Record<CampaignProgress, number>>;
    /** The next open turn on the campaign's clock. */
    readonly nextAfterMs?: number;
    /** The last turn of all. */
    readonly lastAfterMs: number;
  }>;
  /** `nextMessageAt`: ISO 8601. A campaign that is over stays so, and asks nobody any more. */
  recordCampaign(campaignId: string, state: CampaignState, nextMessageAt?: string): Promise<void>;
}

/** Starts the delivery of a queued message, once however often it is asked for. */
export type DispatchMessage = (messageId: string) => Promise<void>;

export interface Mailer {
  /** Throws `MailFault`. Sends the same Message-ID for the same `messageId`. */
  send(message: OutgoingMessage | OperatorNotice): Promise<void>;
}

export interface Participation {
  readonly marketplaceId: string;
  readonly countryCode: string;
  readonly isParticipating: boolean;
  readonly hasSuspendedListings: boolean;
}

/** Answers about the seller are values; everything that is not the seller's doing is thrown as `AmazonFault`. */
export interface AmazonSeller {
  exchangeCode(
    code: string,
    redirectUri: string,
  ): Promise<
    { kind: 'exchanged'; refreshToken: string } | { kind: 'code_rejected' } | { kind: 'account_not_eligible' }
  >;
  listParticipations(
    refreshToken: string,
    region: Region,
  ): Promise<{ kind: 'participations'; participations: readonly Participation[] } | { kind: 'grant_refused' }>;
}

export type AmazonFaultKind = 'application' | 'throttled' | 'outage';

/** Not the seller's fault: our application's credentials, Amazon's limits, or Amazon being away. */
export class AmazonFault extends Error {
  readonly kind: AmazonFaultKind;
  /** From `Retry-After` or `x-amzn-RateLimit-Limit`, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** `x-amzn-RequestId`. */
  readonly requestId: string | undefined;
  /** Amazon refuses our client id or secret: no call can succeed until an operator mends it. */
  readonly refusesClient: boolean;

  constructor(
    kind: AmazonFaultKind,
    message: string,
    more: { retryAfterMs?: number; requestId?: string; refusesClient?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AmazonFault';
    this.kind = kind;
    this.retryAfterMs = more.retryAfterMs;
    this.requestId = more.requestId;
    this.refusesClient = more.refusesClient ?? false;
  }
}

/** The mail server could not be reached or refused; `permanent` is a 5xx answer of SMTP. */
export class MailFault extends Error {
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.name = 'MailFault';
    this.permanent = permanent;
  }
}

/** Seals secrets at rest. `context` (such as `consent/ID/code`) must be the same when opening. */
export interface SecretBox {
  seal(plainText: string, context: string): Promise<string>;
  open(sealed: string, context: string): Promise<string>;
}
