/** Signals, updates and inputs of the workflows: what the API sends and a history keeps for years. Additive only. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CampaignClock } from '../domain/campaign.ts';
import type { Reason } from '../domain/reasons.ts';
import type { Authorization, StoreState } from '../domain/store-life.ts';
import type { Country } from '../domain/marketplaces.ts';

export interface StoreOnboardingInput {
  readonly v: 1;
  readonly storeId: string;
  /** For operators in Temporal UI; no personal data. */
  readonly name: string;
  readonly website: string;
  readonly country: Country;
  /** Whose existing authorization is used instead of asking the seller again. */
  readonly sellerId?: string;
  /** Set by continue-as-new. */
  readonly carried?: CarriedState;
}

export interface CarriedState {
  readonly store: StoreState;
  /** Number of the last recorded change. */
  readonly seq: number;
  /** Consents already taken, newest last: a repeated signal is effective once. */
  readonly consents: readonly string[];
}

export type StoreOutcome = { readonly outcome: 'deleted' } | { readonly outcome: 'refused'; readonly reason: Reason };

export type CreationResult = { readonly outcome: 'created' } | { readonly outcome: 'refused'; readonly reason: Reason };

/** Sent with the start; answers when the store is recorded or refused. */
export const createStore = defineUpdate<CreationResult>('createStore');

export interface Granted {
  readonly consentId: string;
  readonly sellingPartnerId: string;
}

/** The seller agreed. The code itself is sealed in the database under `consentId`. */
export const authorizationGranted = defineSignal<[Granted]>('authorizationGranted');
/** Another store of the same seller and region was renewed. */
export const authorizationRenewed = defineSignal<[Authorization]>('authorizationRenewed');
export const checkRequested = defineSignal('checkRequested');
export const disconnectRequested = defineSignal('disconnectRequested');
export const enabledChanged = defineSignal<[{ enabled: boolean }]>('enabledChanged');
export const storeRenamed = defineSignal<[{ name: string }]>('storeRenamed');
export const deletionRequested = defineSignal('deletionRequested');
/** Moves a sleeping store to the newest worker version, by continue-as-new. */
export const nudge = defineSignal('nudge');

export interface FleetWatchInput {
  readonly v: 1;
  readonly wasBreakerOpen: boolean;
}

export interface CampaignInput {
  readonly v: 1;
  readonly campaignId: string;
  /** For operators in Temporal UI; no personal data. */
  readonly name: string;
  readonly startsAt: string;
  /** Set by continue-as-new, once its start has passed. */
  readonly carried?: { readonly clock: CampaignClock };
}

export type CampaignOutcome = { readonly outcome: 'finished' | 'cancelled' };

/** Stops the clock of a campaign: what is due moves by as long. */
export const pauseRequested = defineSignal('pauseRequested');
export const resumeRequested = defineSignal('resumeRequested');
export const cancelRequested = defineSignal('cancelRequested');

export interface ApplicationSecretInput {
  readonly v: 1;
  /** Set by continue-as-new: the first warning of this secret that was not given yet. */
  readonly warned?: { readonly expiresAt: string; readonly next: number };
}

/** A client secret was rotated, or its date corrected: the workflow reads for itself what is in force. */
export const applicationSecretChanged = defineSignal('applicationSecretChanged');

export interface MessageDeliveryInput {
  readonly v: 1;
  readonly messageId: string;
}

export interface StoreImportInput {
  readonly v: 1;
  readonly importId: string;
}
