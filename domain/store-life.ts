/**
 * The life of one store as a pure reducer: what has happened → what the store is. Workflows decide by it, tests
 * exhaust it by tables and properties. An event that cannot apply changes nothing (the same object comes back).
 */
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { AuthorizedPeriod, Reminder } from './renewal-schedule.ts';
import { confirmationPauseMs, confirmingChecks, reminderAt } from './renewal-schedule.ts';
import type { StoreStatus } from './store-status.ts';
import { isConnected } from './store-status.ts';

export interface Authorization extends AuthorizedPeriod {
  readonly grantId: string;
  readonly sellerId: string;
}

/** Carried from run to run of the workflow for years: changes are additive. */
export interface StoreState {
  readonly status: StoreStatus;
  /** The admin's pause, beside the status; never stops the clock of the year. */
  readonly enabled: boolean;
  /** True from the first time the store was connected. */
  readonly setUp: boolean;
  readonly reason?: Reason;
  readonly sellerId?: string;
  readonly authorization?: Authorization;
  /** Index of the next reminder of this year. */
  readonly nextReminder: number;
  /** The consent being exchanged and verified, and where the store goes back to if it is refused. */
  readonly attempt?: { readonly consentId: string; readonly returnTo: StoreStatus };
  /** Failing checks of a connection that is not given up yet. */
  readonly suspicion?: { readonly failures: number; readonly nextCheckAt?: string; readonly reason: Reason };
}

export type StoreEvent =
  | { readonly kind: 'created' }
  | { readonly kind: 'authorization_received'; readonly consentId: string }
  /** The seller agreed before, for another store of the region: no consent of its own is needed. */
  | { readonly kind: 'authorization_reused'; readonly sellerId: string }
  | { readonly kind: 'authorization_refused'; readonly consentId: string; readonly reason: Reason }
  | { readonly kind: 'authorized'; readonly authorization: Authorization; readonly consentId?: string }
  | { readonly kind: 'renewal_requested'; readonly reminder: Reminder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'check_passed' }
  | { readonly kind: 'check_failed'; readonly reason: Reason }
  | { readonly kind: 'check_inconclusive' }
  | { readonly kind: 'disconnected'; readonly reason: Reason }
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'deleted' };

/** Stands for the consent in an attempt that uses an existing authorization. */
export const reusedConsent = 'reused';

export const newStore: StoreState = { status: 'creating', enabled: false, setUp: false, nextReminder: 0 };

/** `at`: when it happened, ISO 8601. */
export function advance(state: StoreState, event: StoreEvent, at: string): StoreState {
  if (state.status === 'deleted') return state;
  if (state.status === 'creating')
    return event.kind === 'created' ? { ...state, status: 'awaiting_authorization' } : state;
  switch (event.kind) {
    case 'created':
      return state;
    case 'authorization_received':
      return receive(state, event.consentId);
    case 'authorization_reused':
      if (state.status !== 'awaiting_authorization') return state;
      return { ...receive(state, reusedConsent), sellerId: event.sellerId };
    case 'authorization_refused':
      return refuse(state, event.consentId, event.reason);
    case 'authorized':
      return authorize(state, event);
    case 'renewal_requested':
      return requestRenewal(state, event.reminder);
    case 'expired':
      if (!isConnected(state.status)) return state;
      return { ...without(state, 'suspicion'), status: 'expired', reason: reason('authorization_expired') };
    case 'check_passed':
      if (!isConnected(state.status)) return state;
      return clearCheckReason(without(state, 'suspicion'));
    case 'check_failed':
      return suspect(state, event.reason, at);
    case 'check_inconclusive':
      return state.suspicion
        ? { ...state, suspicion: { ...state.suspicion, nextCheckAt: nextCheckAt(state, at) } }
        : state;
    case 'disconnected':
      return disconnect(state, event.reason);
    case 'enabled':
      return state.setUp && !state.enabled ? { ...state, enabled: true } : state;
    case 'disabled':
      return state.enabled ? { ...state, enabled: false } : state;
    case 'deleted':
      return { status: 'deleted', enabled: false, setUp: state.setUp, nextReminder: 0, sellerId: state.sellerId };
  }
}

/** What the clock brings next; nothing while a person or Amazon has to act. */
export type Due =
  | { readonly kind: 'reminder'; readonly at: string; readonly reminder: Reminder }
  | { readonly kind: 'check'; readonly at: string };

export function nextDue(state: StoreState): Due | undefined {
  const { authorization, suspicion, status } = state;
  if (!authorization || !(isConnected(status) || status === 'expired')) return undefined;
  const reminder = reminderAt(authorization, state.nextReminder);
  const checkAt = suspicion?.nextCheckAt;
  if (checkAt && (!reminder || Date.parse(checkAt) < Date.parse(reminder.at))) return { kind: 'check', at: checkAt };
  return reminder && { kind: 'reminder', at: reminder.at, reminder };
}

/** What an admin reads as "next", without our internal steps. */
export interface NextStep {
  readonly what: 'renewal_request' | 'renewal_reminder' | 'expiry' | 'check';
  readonly at: string;
}

export function nextStep(state: StoreState): NextStep | undefined {
  const due = nextDue(state);
  if (!due) return undefined;
  if (due.kind === 'check') return { what: 'check', at: due.at };
  if (due.reminder.days === 0) return { what: 'expiry', at: due.at };
  return { what: due.reminder.index === 0 ? 'renewal_request' : 'renewal_reminder', at: due.at };
}

/** A confirming check has begun: the clock waits for its answer, not for its date. */
export function checkStarted(state: StoreState): StoreState {
  if (!state.suspicion) return state;
  const { nextCheckAt: _begun, ...suspicion } = state.suspicion;
  return { ...state, suspicion };
}

/** A revocation is believed after `confirmingChecks` failures spread over time, never on one. */
export function isRevocationConfirmed(state: StoreState): boolean {
  return state.suspicion?.reason.code === 'authorization_revoked' && state.suspicion.failures >= confirmingChecks;
}

function receive(state: StoreState, consentId: string): StoreState {
  // A renewal is tried beside the working connection; a newer consent takes the place of an unfinished one.
  const returnTo = state.attempt?.returnTo ?? state.status;
  const attempt = { consentId, returnTo };
  return isConnected(state.status) ? { ...state, attempt } : { ...state, attempt, status: 'verifying' };
}

function refuse(state: StoreState, consentId: string, why: Reason): StoreState {
  if (state.attempt && state.attempt.consentId !== consentId) return state;
  const status = state.status === 'verifying' ? (state.attempt?.returnTo ?? 'awaiting_authorization') : state.status;
  return { ...without(state, 'attempt'), status, reason: why };
}

function authorize(state: StoreState, event: Extract<StoreEvent, { kind: 'authorized' }>): StoreState {
  const own = event.consentId !== undefined;
  if (own && state.attempt?.consentId !== event.consentId) return state;
  // Another store's renewal reaches this one only while it still shares that authorization.
  if (!own && state.authorization?.grantId !== event.authorization.grantId) return state;
  if (!own && event.authorization.authorizedAt <= (state.authorization?.authorizedAt ?? '')) return state;
  const { reason: _reason, suspicion: _suspicion, ...rest } = state;
  const finished = own ? without(rest, 'attempt') : rest;
  return {
    ...finished,
    // Its own attempt may still be under way when a sibling's renewal arrives: the store works meanwhile.
    status: 'active',
    enabled: state.setUp ? state.enabled : true,
    setUp: true,
    sellerId: event.authorization.sellerId,
    authorization: event.authorization,
    nextReminder: 0,
  };
}

function requestRenewal(state: StoreState, reminder: Reminder): StoreState {
  if (!isConnected(state.status) && state.status !== 'expired') return state;
  if (reminder.index < state.nextReminder) return state;
  const status = state.status === 'active' ? 'renewal_due' : state.status;
  return { ...state, status, nextReminder: reminder.index + 1 };
}

function suspect(state: StoreState, why: Reason, at: string): StoreState {
  if (!isConnected(state.status)) return state;
  if (why.code !== 'authorization_revoked') return { ...without(state, 'suspicion'), reason: why };
  const failures = (state.suspicion?.failures ?? 0) + 1;
  return { ...state, suspicion: { failures, nextCheckAt: nextCheckAt(state, at), reason: why } };
}

function disconnect(state: StoreState, why: Reason): StoreState {
  if (state.status === 'awaiting_authorization' || state.status === 'disconnected') return state;
  const { attempt: _attempt, suspicion: _suspicion, authorization, ...rest } = state;
  if (!state.setUp) return { ...rest, status: 'awaiting_authorization', reason: why };
  // After a revocation the store still belongs to the seller's authorization: another store's renewal brings it back.
  const kept = why.code === 'authorization_revoked' && authorization ? { authorization } : {};
  return { ...rest, ...kept, status: 'disconnected', reason: why, nextReminder: 0 };
}

function clearCheckReason(state: StoreState): StoreState {
  return state.reason?.code === 'not_participating' ? without(state, 'reason') : state;
}

function nextCheckAt(state: StoreState, at: string): string {
  const pauseMs = state.authorization ? confirmationPauseMs(state.authorization) : 0;
  return new Date(Date.parse(at) + pauseMs).toISOString();
}

function without(state: StoreState, key: 'attempt' | 'suspicion' | 'reason'): StoreState {
  const rest: { -readonly [K in keyof StoreState]: StoreState[K] } = { ...state };
  delete rest[key];
  return rest;
}
