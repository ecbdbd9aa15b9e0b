/** What a store's workflow is started with after its last run ended while the store still exists. */
import type { Country } from './marketplaces.ts';
import type { Reason } from './reasons.ts';
import { type AuthorizedPeriod, reminderAt, reminderDays } from './renewal-schedule.ts';
import { reusedConsent } from './connection-attempts.ts';
import { type Authorization, type NextStep, type StoreState } from './store-life.ts';
import { isConnected, type StoreStatus } from './store-status.ts';

/** Passed from run to run of the workflow, and kept in PostgreSQL with every change of the store. */
export interface CarriedState {
  readonly store: StoreState;
  /** Number of the last recorded change. */
  readonly seq: number;
  /** Consents received so far, newest last: a repeated signal has no effect. */
  readonly consents: readonly string[];
}

/** `restored`: the authorization that is in force again, if there was one. */
export interface Undone {
  readonly undone: Authorization;
  readonly restored?: Authorization;
}

/** What was signalled while no workflow could receive it. */
export interface MissedSignals {
  /** Consents without an outcome, oldest first. */
  readonly consents: readonly { readonly consentId: string; readonly sellingPartnerId: string }[];
  /** The renewal of the authorization by another store. */
  readonly renewal?: Authorization;
  /** The consent that was to be undone, or is and the store does not know it yet. */
  readonly undo?: string;
  /** The same for another store of the authorization: what was undone, and what is in force again. */
  readonly undone?: Undone;
  /** An admin's command had detached the store from its authorization when the run ended. */
  readonly isDetached: boolean;
}

export interface StoreRestart {
  readonly v: 1;
  readonly storeId: string;
  readonly name: string;
  readonly website: string;
  readonly country: Country;
  readonly sellerId?: string;
  /** Absent for a store that is still `creating`: its creation is repeated. */
  readonly carried?: CarriedState & { readonly missed: MissedSignals };
}

/** A store as a release before 0.3.0 recorded it: without the state of its workflow. */
export interface RecordedStore {
  readonly status: StoreStatus;
  readonly enabled: boolean;
  readonly setUp: boolean;
  readonly reason?: Reason;
  readonly sellerId?: string;
  /** Its authorization with the dates of the store's year; absent while it has none. */
  readonly authorization?: Authorization;
  readonly next?: NextStep;
  /** When the store was last changed, ISO 8601. */
  readonly changedAt: string;
}

/**
 * The state that leads to what was recorded: same status, same year, same next date. A consent under way is no part of
 * it: the workflow receives it again.
 */
export function rebuildState(recorded: RecordedStore): StoreState {
  const { enabled, setUp, reason, sellerId, authorization, next } = recorded;
  const hasYear = isConnected(recorded.status) || recorded.status === 'expired';
  const isReuse = recorded.status === 'verifying' && !setUp && sellerId !== undefined;
  const interrupted = recorded.status === 'verifying' && !isReuse ? statusBeforeAttempt(recorded) : recorded.status;
  return {
    status: interrupted,
    enabled,
    setUp,
    ...(reason && { reason }),
    ...(sellerId !== undefined && { sellerId }),
    ...(authorization && { authorization }),
    nextReminder: hasYear && authorization ? nextReminder(authorization, recorded) : 0,
    ...(isReuse && { attempt: { consentId: reusedConsent, returnTo: 'awaiting_authorization' as const } }),
    ...(next?.what === 'check' && reason && { suspicion: { failures: 1, nextCheckAt: next.at, reason } }),
  };
}

function statusBeforeAttempt({ setUp, reason }: RecordedStore): StoreStatus {
  if (!setUp) return 'awaiting_authorization';
  return reason?.code === 'authorization_expired' ? 'expired' : 'disconnected';
}

/** Index of the first reminder that is not before the recorded next date. */
function nextReminder(period: AuthorizedPeriod, { next, changedAt }: RecordedStore): number {
  if (!next) return reminderDays.length;
  const from = Date.parse(next.what === 'check' ? changedAt : next.at);
  const index = reminderDays.findIndex((_days, at) => Date.parse(reminderAt(period, at)?.at ?? '') >= from);
  return index < 0 ? reminderDays.length : index;
}
