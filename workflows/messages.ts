/** Signals, updates and inputs of the workflows. Histories keep them for years: changes are additive. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Stopwatch } from '../domain/stopwatch.ts';
import type { Reason } from '../domain/reasons.ts';
import type { Authorization } from '../domain/store-life.ts';
import type { CarriedState, MissedSignals, Undone } from '../domain/store-restart.ts';
import type { Country } from '../domain/marketplaces.ts';

export interface StoreOnboardingInput {
  readonly v: 1;
  readonly storeId: string;
  /** For operators in Temporal UI; no personal data. */
  readonly name: string;
  readonly website: string;
  readonly country: Country;
  /** The store uses the existing authorization of this seller; no consent is needed. */
  readonly sellerId?: string;
  /** Set by continue-as-new, and with `missed` by a restart. */
  readonly carried?: CarriedState & { readonly missed?: MissedSignals };
}

export type StoreOutcome = { readonly outcome: 'deleted' } | { readonly outcome: 'refused'; readonly reason: Reason };

export type CreationResult = { readonly outcome: 'created' } | { readonly outcome: 'refused'; readonly reason: Reason };

/** Sent with the start; completes when the store is recorded or refused. */
export const createStore = defineUpdate<CreationResult>('createStore');

export interface AuthorizationGrantedSignal {
  readonly consentId: string;
  readonly sellingPartnerId: string;
}

/** The seller consented. The code itself is sealed in the database under `consentId`. */
export const authorizationGranted = defineSignal<[AuthorizationGrantedSignal]>('authorizationGranted');
/** Another store of the same seller and region was renewed. */
export const authorizationRenewed = defineSignal<[Authorization]>('authorizationRenewed');
/** The browser that gave the consent has requested to undo it, in time. */
export const undoRequested = defineSignal<[{ consentId: string }]>('undoRequested');
/** The authorization of another store of the same seller and region was undone. */
export const authorizationUndone = defineSignal<[Undone]>('authorizationUndone');
/** The row of the audit log that names who ordered it; absent from commands older than 0.3.0. Names stay out of histories. */
export interface CommandOrigin {
  readonly auditId?: string;
}

export const checkRequested = defineSignal<[CommandOrigin?]>('checkRequested');
export const disconnectRequested = defineSignal<[CommandOrigin?]>('disconnectRequested');
export const enabledChanged = defineSignal<[{ readonly enabled: boolean } & CommandOrigin]>('enabledChanged');
export const storeRenamed = defineSignal<[{ name: string }]>('storeRenamed');
export const deletionRequested = defineSignal<[CommandOrigin?]>('deletionRequested');
/** The refresh token of this authorization is lost: the database was restored from an older backup. */
export const authorizationLost = defineSignal<[{ authorizedAt: string }]>('authorizationLost');
/** Moves a store, a campaign, or one of the two workflows that never end to the newest worker version, by continue-as-new. */
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
  readonly carried?: { readonly clock: Stopwatch };
  /** Set by continue-as-new, when it was paused before its start. */
  readonly isPaused?: boolean;
}

export type CampaignOutcome = { readonly outcome: 'finished' | 'cancelled' };

/** Stops the clock of a campaign: everything due moves by the length of the pause. */
export const pauseRequested = defineSignal('pauseRequested');
export const resumeRequested = defineSignal('resumeRequested');
export const cancelRequested = defineSignal('cancelRequested');

export interface ApplicationSecretInput {
  readonly v: 1;
  /** Set by continue-as-new. `next`: index of the first warning of this secret that has not been given. */
  readonly warned?: { readonly expiresAt: string; readonly next: number };
}

/** A client secret was rotated, or its date corrected: the workflow reads the secret in force. */
export const applicationSecretChanged = defineSignal('applicationSecretChanged');

export interface MessageDeliveryInput {
  readonly v: 1;
  readonly messageId: string;
}

export interface StoreImportInput {
  readonly v: 1;
  readonly importId: string;
}
