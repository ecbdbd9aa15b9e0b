/**
 * What a workflow may ask for. Expected outcomes are return values; passing faults are thrown and retried by Temporal;
 * permanent faults are `ApplicationFailure.nonRetryable`. Nothing secret and no e-mail address crosses this line,
 * because all of it is written to workflow histories.
 */
import type { CampaignProgress, CampaignState } from '../domain/campaign.ts';
import type { SecretPeriod } from '../domain/application-secret.ts';
import type { Authorization, NextStep } from '../domain/store-life.ts';
import type { AuthorizedPeriod } from '../domain/renewal-schedule.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { Reason } from '../domain/reasons.ts';
import type { LineCounts } from '../domain/store-import.ts';
import type { StoreStatus } from '../domain/store-status.ts';
import type { TimelineEntry } from '../domain/timeline.ts';

export type Refused = { readonly outcome: 'refused'; readonly reason: Reason };

/** One change of a store, as the read model and the timeline keep it. */
export interface StoreChange {
  readonly storeId: string;
  /** Its entry is written once per (`storeId`, `key`); the state it carries is newer than that of an earlier `at`. */
  readonly key: string;
  readonly at: string;
  readonly status: StoreStatus;
  readonly enabled: boolean;
  readonly reason?: Reason;
  readonly authorization?: AuthorizedPeriod;
  readonly next?: NextStep;
  readonly entry: TimelineEntry;
  /** Settles what the seller's browser is shown for this consent. */
  readonly consent?: { readonly consentId: string; readonly outcome: 'connected' | Reason };
}

/** A notification e-mail. The activity finds the recipients and creates the connect link; one e-mail per `key`. */
export type StoreMessage = { readonly storeId: string; readonly key: string } & (
  | (Extract<MessageContent, { kind: 'renewal' | 'campaign' }> & { readonly linkValidUntil: string })
  | Extract<MessageContent, { kind: 'connect_link' | 'connect_again' }>
);

/** `siblings`: ids of the other stores that share it and learn of it. */
export type Adoption =
  | { readonly outcome: 'adopted'; readonly authorization: Authorization; readonly siblings: readonly string[] }
  | Refused;

/** Short database steps; run as local activities. */
export interface StoreActivities {
  /** Records the store of the accepted request; refused when its name was taken meanwhile. */
  createStore(storeId: string): Promise<{ readonly outcome: 'created' } | Refused>;
  recordChange(change: StoreChange): Promise<void>;
  /**
   * Makes the verified consent the authorization of the store and of its siblings, replacing the old refresh token.
   */
  adoptAuthorization(consentId: string): Promise<Adoption>;
  /** Makes the seller's authorization of the store's region, given for another store, that of this one too. */
  reuseAuthorization(storeId: string): Promise<Adoption>;
  /** Detaches the store; destroys the authorization's secret when no other store uses it, and unfinished consents. */
  forgetAuthorization(storeId: string): Promise<void>;
  /** Puts a message into the outbox, once per key, and sees it off: its delivery is a workflow of its own. */
  queueMessage(message: StoreMessage): Promise<void>;
}

/** Calls to Amazon; retried with backoff that follows Amazon's own pace. */
export interface AmazonActivities {
  /** Exchanges the sealed code of a consent; the refresh token stays sealed in the database. */
  exchangeAuthorizationCode(consentId: string): Promise<{ readonly outcome: 'exchanged' } | Refused>;
  /** Asks Amazon, with the token of this consent, whether the seller takes part in the store's marketplace. */
  verifyConnection(
    consentId: string,
  ): Promise<{ readonly outcome: 'verified'; readonly suspendedListings: boolean } | Refused>;
  /** Asks the same with the seller's existing authorization, before the store uses it. */
  verifyReuse(storeId: string): Promise<{ readonly outcome: 'verified' } | Refused>;
  /** Asks Amazon with the token in force. `failing` is an answer about the seller's grant, never about an outage. */
  checkConnection(
    storeId: string,
  ): Promise<{ readonly outcome: 'connected' } | { readonly outcome: 'failing'; readonly reason: Reason }>;
}

export interface MailActivities {
  deliverMessage(messageId: string): Promise<void>;
  /** After days of trying: the timeline says that nobody was reached. */
  giveUpMessage(messageId: string): Promise<void>;
}

/** One round of looking after the fleet; nothing of it names a person or a secret. */
export interface WatchRound {
  readonly checked: number;
  readonly failing: number;
  readonly isAmazonAway: boolean;
  /** So many fail at once that no seller can be the cause. */
  readonly isBreakerOpen: boolean;
  /** Ids of stores that should look for themselves. */
  readonly suspects: readonly string[];
  readonly nextRoundInMs: number;
}

export interface WatchActivities {
  checkDueConnections(): Promise<WatchRound>;
  /** Removes links, sign-in codes and unused consents that ended long ago. */
  forgetOldAccess(): Promise<void>;
}

export interface ImportActivities {
  /** Takes the next rows of an import, and answers how far it is; waits, by failing, while Commerce is away. */
  importRows(importId: string): Promise<LineCounts>;
}

/** What a campaign does when it wakes, and what comes next; nothing of it names a person. */
export interface CampaignRound {
  readonly counts: Readonly<Record<CampaignProgress, number>>;
  /** Absent when nobody is left to wait for. `wait`: until the last reminders have had their time. */
  readonly next?: {
    readonly what: 'message' | 'wait';
    readonly inMs: number;
    /** When to look again who has agreed: it may be before anything is due. */
    readonly wakeInMs: number;
  };
}

/** Short database steps of a campaign; run as local activities. */
export interface CampaignActivities {
  /** Fixes, once, whom the campaign asks and when. */
  startCampaign(campaignId: string): Promise<void>;
  /** Asks the sellers whose turn has come by the campaign's clock, and looks who has agreed. */
  askDueSellers(due: { readonly campaignId: string; readonly clockMs: number }): Promise<CampaignRound>;
  recordCampaignState(change: { readonly campaignId: string; readonly state: CampaignState }): Promise<void>;
}

export interface ApplicationSecretDates extends SecretPeriod {
  readonly predecessorValidUntil?: string;
}

export interface ExpiryWarning {
  /** Of `warningDays`: each is told once. */
  readonly days: number;
  readonly daysLeft: number;
  readonly expiresAt: string;
}

/** Our own client secret at Amazon; only dates cross this line. */
export interface ApplicationActivities {
  loadApplicationSecret(): Promise<ApplicationSecretDates>;
  warnOfApplicationSecret(warning: ExpiryWarning): Promise<void>;
  /** The secret in force is far from its end. */
  endApplicationSecretWarning(): Promise<void>;
  /** Once Amazon no longer takes them. */
  destroyPredecessors(): Promise<void>;
}

export type Activities = StoreActivities & AmazonActivities & MailActivities;
