/** What the API asks of the workflows. Implemented by `onboarding-client.ts`, the only place that knows Temporal. */
import type { Reason } from '../domain/reasons.ts';
import type { CampaignInput, Granted, StoreOnboardingInput } from '../workflows/messages.ts';

export type Creation =
  | { readonly kind: 'created' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** Temporal has the store, but no answer of its workflow yet; or its workflow was started by an earlier request. */
  | { readonly kind: 'accepted' };

/** `gone`: the workflow has ended, so there is nobody to tell. */
export type Delivery = { readonly kind: 'sent' | 'gone' };

export type CampaignSteering = 'pause' | 'resume' | 'cancel';

export interface OnboardingHealth {
  readonly temporal: PartHealth;
  /** A worker that asks for work of our task queue. */
  readonly worker: PartHealth;
}

export interface PartHealth {
  readonly ok: boolean;
  readonly detail: string;
}

/** Every call settles within three seconds and throws `TemporalUnavailable` when Temporal cannot be reached. */
export interface Onboarding {
  createStore(input: StoreOnboardingInput): Promise<Creation>;
  authorizationGranted(storeId: string, granted: Granted): Promise<Delivery>;
  checkRequested(storeId: string): Promise<Delivery>;
  disconnectRequested(storeId: string): Promise<Delivery>;
  enabledChanged(storeId: string, enabled: boolean): Promise<Delivery>;
  storeRenamed(storeId: string, name: string): Promise<Delivery>;
  deletionRequested(storeId: string): Promise<Delivery>;
  /** Starts the campaign that was noted, once however often it is asked for. */
  startCampaign(input: CampaignInput): Promise<void>;
  steerCampaign(campaignId: string, steering: CampaignSteering): Promise<Delivery>;
  /** Starts the delivery of a queued message, once however often it is asked for. */
  deliverMessage(messageId: string): Promise<void>;
  /** Starts the workflow of a kept import, once however often it is asked for. */
  startImport(importId: string): Promise<void>;
  /** Our own client secret was rotated; starts what keeps its clock, if need be. */
  applicationSecretChanged(): Promise<void>;
  /** Never throws; answers within about a second. */
  health(): Promise<OnboardingHealth>;
}

export class TemporalUnavailable extends Error {
  constructor(cause: unknown) {
    super('Temporal cannot be reached, or did not answer in time.', { cause });
    this.name = 'TemporalUnavailable';
  }
}
