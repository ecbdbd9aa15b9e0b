/** What the activities need from other systems. Adapters and the fakes of tests implement it. */
import type { Alarm } from '../domain/alarms.ts';
import type { Country, Region } from '../domain/marketplaces.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { StoreRequest } from '../domain/store-request.ts';
import type { CarriedState, StoreRestart } from '../domain/store-restart.ts';
import type { StoreActivities, StoreChange } from './contract.ts';

/** Starts other workflows. A start may be repeated. */
export interface WorkflowStarter {
  /** Resolves when the store is recorded or refused. */
  createStore(
    input: { readonly v: 1; readonly storeId: string } & Pick<
      StoreRequest,
      'name' | 'website' | 'country' | 'sellerId'
    >,
  ): ReturnType<StoreActivities['createStore']>;
  /** Starts the delivery of a queued e-mail. */
  deliverMessage(messageId: string): Promise<void>;
}

/** A run of a store's workflow that ended although nothing had ended it: cancelled, terminated, failed or timed out. */
export interface EndedRun {
  readonly storeId: string;
  readonly runId: string;
}

/** The workflows of the stores, as Temporal knows them. */
export interface StoreWorkflows {
  /** Ended runs, the newest first; without `since`, all that Temporal still knows. */
  listEndedRuns(since: Date | undefined): AsyncIterable<EndedRun>;
  /** Whether its last run ended like that, or is unknown. A completed run ended with its store. */
  isStoreGone(storeId: string): Promise<boolean>;
  /** Signals a consent that the seller gave; a repetition has no effect. False when the workflow has ended. */
  deliverConsent(
    storeId: string,
    consent: { readonly consentId: string; readonly sellingPartnerId: string },
  ): Promise<boolean>;
  /** False when the workflow is running: then nothing is started. */
  restartStore(restart: StoreRestart): Promise<boolean>;
}

/** The running workflows whose code fails in the worker. */
export interface FailingWorkflows {
  /** `workflowId`, `cause`: of one of them; undefined when there are none. */
  findFailingWorkflows(): Promise<
    { readonly count: number; readonly workflowId: string; readonly cause: string } | undefined
  >;
}

/** A store as the history of the last run of its workflow has it. */
export interface StoreOnRecord extends Pick<StoreRestart, 'storeId' | 'name' | 'website' | 'country' | 'sellerId'> {
  /** When the run started, ISO 8601. */
  readonly startedAt: string;
  /** What the run has recorded, in order. */
  readonly changes: readonly StoreChange[];
  /** Absent while its creation is not recorded. */
  readonly carried?: CarriedState;
  /** Why the history could not be read. */
  readonly problem?: string;
}

export interface OutgoingMessage {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Who receives it as well if the mail server refuses an address of `to` for good. */
  readonly substitutes?: readonly { readonly instead: string; readonly to: string }[];
  /** Every store that the message is about. */
  readonly stores: readonly { storeId: string; name: string; country: Country; website: string }[];
  /** The absolute URL of a connect link, created when the message was queued. */
  readonly link: string;
  readonly linkValidUntil: string;
  readonly content: MessageContent;
}

export interface ClientSecret {
  readonly id: string;
  /** Decrypted. */
  readonly secret: string;
  /** True once Amazon has accepted it. */
  readonly isVerified: boolean;
}

/** The source of our client secret for calls to Amazon. */
export interface ClientSecrets {
  /** The one in use, then its predecessors for as long as Amazon may still accept them. */
  listInForce(): Promise<readonly ClientSecret[]>;
  markVerified(id: string): Promise<void>;
}

/** An e-mail to operators about an alarm. It belongs to no store and contains no connect link. */
export interface OperatorNotice {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly event: 'opened' | 'closed';
  readonly alarm: Pick<Alarm, 'kind' | 'params'>;
  readonly openedAt: string;
  readonly closedAt?: string;
}

/** The addresses of a message, as in its `to`. Never logged, and never given to Temporal. */
export interface DeliveryReport {
  readonly reached: readonly string[];
  /** For good; nothing is gained by trying again. */
  readonly refused: readonly string[];
  /** What the mail server replied to them, without any address. */
  readonly replies: string;
}

export interface Mailer {
  /** Throws `MailFault` while an address may still be reached. Sends the same Message-ID for the same `messageId`. */
  send(message: OutgoingMessage | OperatorNotice): Promise<DeliveryReport>;
}

export interface Participation {
  readonly marketplaceId: string;
  readonly countryCode: string;
  readonly isParticipating: boolean;
  readonly hasSuspendedListings: boolean;
  /** Of the seller account; two accounts differ in it. */
  readonly storeName?: string;
}

/** Answers about the seller are values; everything that the seller has not caused is thrown as `AmazonFault`. */
export interface AmazonSeller {
  exchangeCode(code: string, redirectUri: string): Promise<CodeExchange>;
  listParticipations(refreshToken: string, region: Region): Promise<ParticipationsAnswer>;
  /** Whose token it is, by Amazon's own answer. `role_missing`: our application lacks the roles that permit the call. */
  identifySeller(
    refreshToken: string,
    country: Country,
  ): Promise<{ kind: 'identified'; sellerId: string } | { kind: 'role_missing' } | SellerRefusal>;
  /** `name`: of the business, with its selling plan; for comparing two accounts. */
  describeAccount(
    refreshToken: string,
    region: Region,
  ): Promise<{ kind: 'account'; name: string } | { kind: 'role_missing' } | SellerRefusal>;
}

/** `no_refresh_token`: Amazon took the code and sent an access token alone, which is a fault of Amazon's. */
export type CodeExchange =
  | { readonly kind: 'exchanged'; readonly refreshToken: string }
  | { readonly kind: 'code_rejected' | 'account_not_eligible' | 'no_refresh_token' };

export type ParticipationsAnswer =
  | { readonly kind: 'participations'; readonly participations: readonly Participation[] }
  | SellerRefusal;

/** `grant_refused`: Login with Amazon gives no access token for the grant, because the seller revoked it. */
export type SellerRefusal = { readonly kind: 'grant_refused' } | AccessRefusal;

/**
 * The Selling Partner API refuses the access token that Login with Amazon has just given, so the grant is in force.
 * `token_refused`: as if the grant were revoked, a spell of Amazon's. `access_denied`: for one of a dozen other causes.
 */
export interface AccessRefusal {
  readonly kind: 'token_refused' | 'access_denied';
  /** `x-amzn-RequestId`. */
  readonly requestId: string | undefined;
}

/** `refusal`: Amazon refuses a token that it has just given. */
export type AmazonFaultKind = 'application' | 'throttled' | 'outage' | 'refusal';

/** Not caused by the seller: our application's credentials, Amazon's rate limits, an outage or a spell of Amazon. */
export class AmazonFault extends Error {
  readonly kind: AmazonFaultKind;
  /** From `Retry-After` or `x-amzn-RateLimit-Limit`, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** `x-amzn-RequestId`. */
  readonly requestId: string | undefined;
  /** Amazon refuses our client id or secret: no call can succeed until an operator replaces it. */
  readonly refusesClient: boolean;

  constructor(
    kind: AmazonFaultKind,
    message: string,
    details: { retryAfterMs?: number; requestId?: string; refusesClient?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'AmazonFault';
    this.kind = kind;
    this.retryAfterMs = details.retryAfterMs;
    this.requestId = details.requestId;
    this.refusesClient = details.refusesClient ?? false;
  }
}

/** The mail server could not be reached or refused; `permanent`: it refused an address or the message for good. */
export class MailFault extends Error {
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.name = 'MailFault';
    this.permanent = permanent;
  }
}

/** A sealed secret cannot be opened: it was altered, was sealed for another context, or its key is missing. */
export class SecretVaultError extends Error {
  override readonly name = 'SecretVaultError';
  /** The key id in the sealed text; undefined when the text was never sealed. */
  readonly kid: string | undefined;
  readonly context: string;
  /** With its key it could be opened; otherwise it is damaged for good. */
  readonly isKeyMissing: boolean;

  constructor(problem: string, kid: string | undefined, context: string, isKeyMissing = false) {
    super(`The secret "${context}" cannot be opened: ${problem} (key "${kid ?? 'unknown'}").`);
    this.kid = kid;
    this.context = context;
    this.isKeyMissing = isKeyMissing;
  }
}

/** Seals secrets at rest. `context` (such as `consent/ID/code`) must be the same when opening. */
export interface SecretVault {
  seal(plainText: string, context: string): Promise<string>;
  /** @throws {SecretVaultError} */
  open(sealed: string, context: string): Promise<string>;
}
