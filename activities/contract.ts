/**
 * The activities, by the names that histories know. Expected outcomes are return values; transient faults are thrown and
 * retried by Temporal; permanent faults are `ApplicationFailure.nonRetryable`. Inputs and results are written to workflow
 * histories, so they contain no secret and no e-mail address.
 */
import type { EndedAttempt } from '../domain/connection-attempts.ts';
import type { CampaignProgress, CampaignState } from '../domain/campaign.ts';
import type { SecretPeriod } from '../domain/application-secret.ts';
import type { Authorization, NextStep } from '../domain/store-life.ts';
import type { AuthorizedPeriod } from '../domain/renewal-schedule.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { Reason } from '../domain/reasons.ts';
import type { LineCounts } from '../domain/store-import.ts';
import type { CarriedState, Undone } from '../domain/store-restart.ts';
import type { StoreStatus } from '../domain/store-status.ts';
import type { TimelineEntry } from '../domain/timeline.ts';

export type Refused = { readonly outcome: 'refused'; readonly reason: Reason };

/** One change of a store, for the read model and the timeline. */
export interface StoreChange {
  readonly storeId: string;
  /** The entry is written once per (`storeId`, `key`). The state replaces that of a change with an earlier `at`. */
  readonly key: string;
  readonly at: string;
  readonly status: StoreStatus;
  readonly enabled: boolean;
  readonly reason?: Reason;
  readonly authorization?: AuthorizedPeriod;
  readonly next?: NextStep;
  readonly entry: TimelineEntry;
  /** The result of this consent, which the seller's browser shows. */
  readonly consent?: EndedAttempt;
  /** Consents that the change superseded or cancelled. */
  readonly otherConsents?: readonly EndedAttempt[];
  /** The row of the audit log that names who ordered it. */
  readonly auditId?: string;
  /** From which the workflow can be started again; absent in changes of releases before 0.3.0. */
  readonly carried?: CarriedState;
}

/** A notification e-mail. The activity finds the recipients and creates the connect link; one e-mail per `key`. */
export type StoreMessage = { readonly storeId: string; readonly key: string } & (
  | (Extract<MessageContent, { kind: 'renewal' | 'campaign' }> & { readonly linkValidUntil: string })
  | Extract<MessageContent, { kind: 'connect_link' | 'connect_again' }>
);

/** `siblings`: ids of the other stores with this authorization. */
export type Adoption =
  | { readonly outcome: 'adopted'; readonly authorization: Authorization; readonly siblings: readonly string[] }
  | Refused;

/** `siblings`: ids of the seller's other stores in the region. */
export type Undo =
  | ({ readonly outcome: 'undone'; readonly siblings: readonly string[] } & Undone)
  | { readonly outcome: 'too_late' };

/** Short transactions; run as local activities. */
export interface StoreActivities {
  /** Records the store of the accepted request; refused when its name has been taken meanwhile. */
  createStore(storeId: string): Promise<{ readonly outcome: 'created' } | Refused>;
  recordChange(change: StoreChange): Promise<void>;
  /** Makes the verified consent the authorization of the store and its siblings; replaces the old refresh token. */
  adoptAuthorization(consentId: string): Promise<Adoption>;
  /** Connects the store with the authorization that the seller gave for another store of the region. */
  reuseAuthorization(storeId: string): Promise<Adoption>;
  /** Detaches the store; destroys unfinished consents, and the refresh token when no other store uses it. */
  forgetAuthorization(storeId: string): Promise<void>;
  /** Restores what the consent has replaced, and destroys its token. */
  undoAuthorization(consentId: string): Promise<Undo>;
  /** Queues an e-mail once per key and starts the workflow that delivers it. */
  queueMessage(message: StoreMessage): Promise<void>;
}

/** Calls to Amazon; retried with a backoff that respects Amazon's `Retry-After`. */
export interface AmazonActivities {
  /** Exchanges the sealed code of a consent; the refresh token stays sealed in the database. */
  exchangeAuthorizationCode(consentId: string): Promise<{ readonly outcome: 'exchanged' } | Refused>;
  /** Whether the seller takes part in the store's marketplace, by the token of this consent. */
  verifyConnection(
    consentId: string,
  ): Promise<{ readonly outcome: 'verified'; readonly suspendedListings: boolean } | Refused>;
  /** The same by the seller's existing authorization, before the store uses it. */
  verifyReuse(storeId: string): Promise<{ readonly outcome: 'verified' } | Refused>;
  /** The same by the token in use. */
  checkConnection(storeId: string): Promise<CheckResult>;
}

/**
 * `failing` is an answer about the seller, never an outage. `authorizedAt`: of the authorization that the check was
 * about; absent from histories older than 0.3.0.
 */
export type CheckResult = { readonly authorizedAt?: string } & (
  | { readonly outcome: 'connected' }
  | { readonly outcome: 'failing'; readonly reason: Reason }
);

export interface MailActivities {
  deliverMessage(messageId: string): Promise<void>;
  /** After days of retries: the timeline shows that the e-mail was not delivered. */
  giveUpMessage(messageId: string): Promise<void>;
}

/** One round of connection checks. */
export interface WatchRound {
  readonly checked: number;
  readonly failing: number;
  readonly isAmazonAway: boolean;
  /** So many checks fail at once that the cause is not a seller. */
  readonly isBreakerOpen: boolean;
  /** Ids of the stores that are to check their connection themselves. */
  readonly suspects: readonly string[];
  readonly nextRoundInMs: number;
}

export interface WatchActivities {
  checkDueConnections(): Promise<WatchRound>;
  /** Removes links, sign-in codes and unused consents that expired long ago. */
  forgetOldAccess(): Promise<void>;
}

export interface ImportActivities {
  /** Processes the next lines of an import and returns its progress. Fails, and is retried, while Commerce is down. */
  importRows(importId: string): Promise<LineCounts>;
}

/** The result of one round of a campaign, and what comes next. */
export interface CampaignRound {
  readonly counts: Readonly<Record<CampaignProgress, number>>;
  /** Absent when the campaign is finished. `wait`: until the time after the last reminder is over. */
  readonly next?: {
    readonly what: 'message' | 'wait';
    readonly inMs: number;
    /** When to look up new consents, possibly before anything is due. */
    readonly wakeInMs: number;
  };
}

/** Short transactions of a campaign; run as local activities. */
export interface CampaignActivities {
  /** Fixes the sellers and the dates of their requests, once. */
  startCampaign(campaignId: string): Promise<void>;
  /** Records new consents and sends the requests that are due by the campaign's clock. */
  askDueSellers(due: { readonly campaignId: string; readonly clockMs: number }): Promise<CampaignRound>;
  recordCampaignState(change: { readonly campaignId: string; readonly state: CampaignState }): Promise<void>;
}

export interface ApplicationSecretDates extends SecretPeriod {
  readonly predecessorValidUntil?: string;
}

export interface ExpiryWarning {
  /** One of `warningDays`; operators are warned once for each. */
  readonly days: number;
  readonly daysLeft: number;
  readonly expiresAt: string;
}

/** Our own client secret at Amazon; workflows see its dates only. */
export interface ApplicationActivities {
  loadApplicationSecret(): Promise<ApplicationSecretDates>;
  warnOfApplicationSecret(warning: ExpiryWarning): Promise<void>;
  /** The secret in use is far from its end. */
  endApplicationSecretWarning(): Promise<void>;
  /** Once Amazon no longer accepts them. */
  destroyPredecessors(): Promise<void>;
}

export type Activities = StoreActivities &
  AmazonActivities &
  MailActivities &
  WatchActivities &
  ImportActivities &
  CampaignActivities &
  ApplicationActivities;
