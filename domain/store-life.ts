/**
 * The life of one store as a pure reducer: state and event → next state. An event that does not apply returns the same
 * object.
 */
import { reusedConsent } from './connection-attempts.ts';
import { isWarning, type Reason, reason } from './reasons.ts';
import {
  type AuthorizedPeriod,
  confirmationIntervalMs,
  confirmationMs,
  type Reminder,
  reminderAt,
} from './renewal-schedule.ts';
import { addMs } from './schedule.ts';
import { isRevocation, isUnderWay, receive, refuse, withoutEnded } from './store-attempts.ts';
import type { AuthorizationUndone, Disconnected, FormerState, StoreEvent, StoreState } from './store-state.ts';
import { isConnected } from './store-status.ts';

export type { Authorization, StoreEvent, StoreState } from './store-state.ts';

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
      return receive(state, event);
    case 'authorization_reused':
      if (state.status !== 'awaiting_authorization') return state;
      return {
        ...receive(state, { kind: 'authorization_received', consentId: reusedConsent }),
        sellerId: event.sellerId,
      };
    case 'authorization_refused':
      return refuse(state, event);
    case 'authorized':
      return authorize(state, event);
    case 'authorization_undone':
      return undo(state, event);
    case 'renewal_requested':
      return requestRenewal(state, event.reminder);
    case 'expired':
      if (!isConnected(state.status)) return state;
      return { ...without(state, 'suspicion'), status: 'expired', reason: reason('authorization_expired') };
    case 'check_passed':
      if (!isConnected(state.status)) return state;
      return clearCheckReason(without(state, 'suspicion'));
    case 'check_failed':
      return recordFailedCheck(state, event.reason, at);
    case 'check_inconclusive':
      return state.suspicion
        ? { ...state, suspicion: { ...state.suspicion, nextCheckAt: nextCheckAt(state, at) } }
        : state;
    case 'disconnected':
      return disconnect(state, event);
    case 'enabled':
      return state.setUp && !state.enabled ? { ...state, enabled: true } : state;
    case 'disabled':
      return state.enabled ? { ...state, enabled: false } : state;
    case 'deleted':
      return { status: 'deleted', enabled: false, setUp: state.setUp, nextReminder: 0, sellerId: state.sellerId };
  }
}

/** What happens next by time; undefined while a person or Amazon has to act. */
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

/** `next` as the API shows it. */
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

/** The year that counts; none after a disconnection. */
export function periodInForce({ authorization, status }: StoreState): AuthorizedPeriod | undefined {
  if (!authorization || status === 'disconnected') return undefined;
  return { authorizedAt: authorization.authorizedAt, expiresAt: authorization.expiresAt };
}

/** A confirming check is running, so none is due. */
export function checkStarted(state: StoreState): StoreState {
  if (!state.suspicion) return state;
  const { nextCheckAt: _nextCheckAt, ...suspicion } = state.suspicion;
  return { ...state, suspicion };
}

/** One failed check does not confirm a revocation, nor do many: `confirmationMs` has to pass between two of them. */
export function isRevocationConfirmed({ authorization, suspicion }: StoreState, at: string): boolean {
  if (!authorization || !suspicion?.since || suspicion.reason.code !== 'authorization_revoked') return false;
  return Date.parse(at) - Date.parse(suspicion.since) >= confirmationMs(authorization);
}

function authorize(state: StoreState, event: Extract<StoreEvent, { kind: 'authorized' }>): StoreState {
  const isOwnConsent = event.consentId !== undefined;
  if (event.consentId !== undefined && !isUnderWay(state, event.consentId)) return state;
  // The renewal of another store applies only while this one still shares its authorization.
  if (!isOwnConsent && state.authorization?.grantId !== event.authorization.grantId) return state;
  if (!isOwnConsent && event.authorization.authorizedAt <= (state.authorization?.authorizedAt ?? '')) return state;
  const { reason: _reason, suspicion: _suspicion, ...rest } = state;
  return {
    ...withoutEnded(rest, event),
    // Its own attempt may still be running when the renewal of another store arrives.
    status: 'active',
    enabled: state.setUp ? state.enabled : true,
    setUp: true,
    sellerId: event.authorization.sellerId,
    authorization: event.authorization,
    nextReminder: 0,
    former: toFormer(state),
  };
}

function toFormer(state: StoreState): FormerState {
  const { attempt, setUp, reason: why, sellerId, authorization, nextReminder } = state;
  const status = state.status === 'verifying' ? (attempt?.returnTo ?? 'awaiting_authorization') : state.status;
  return { status, setUp, reason: why, sellerId, authorization, nextReminder };
}

/** Nothing of the undone authorization is left. A store that began with it goes on with the one that is restored. */
function undo(state: StoreState, { consentId, undone, restored }: AuthorizationUndone): StoreState {
  const { authorization, attempt, enabled, former } = state;
  if (!former || !isConnected(state.status)) return state;
  if (authorization?.grantId !== undone.grantId || authorization.authorizedAt !== undone.authorizedAt) return state;
  if (consentId === undefined && restored && !former.authorization)
    return { ...without(state, 'former'), authorization: restored, nextReminder: 0 };
  const status = attempt && !isConnected(former.status) ? 'verifying' : former.status;
  return {
    ...former,
    status,
    enabled: former.setUp && enabled,
    ...(attempt && { attempt: { ...attempt, returnTo: former.status } }),
  };
}

function requestRenewal(state: StoreState, reminder: Reminder): StoreState {
  if (!isConnected(state.status) && state.status !== 'expired') return state;
  if (reminder.index < state.nextReminder) return state;
  const status = state.status === 'active' ? 'renewal_due' : state.status;
  return { ...state, status, nextReminder: reminder.index + 1 };
}

function recordFailedCheck(state: StoreState, why: Reason, at: string): StoreState {
  if (!isConnected(state.status)) return state;
  if (why.code !== 'authorization_revoked') return { ...without(state, 'suspicion'), reason: why };
  const failures = (state.suspicion?.failures ?? 0) + 1;
  const since = state.suspicion?.since ?? at;
  return { ...state, suspicion: { failures, since, nextCheckAt: nextCheckAt(state, at), reason: why } };
}

function disconnect(state: StoreState, event: Disconnected): StoreState {
  const { status } = state;
  const isEnded = status === 'awaiting_authorization' || status === 'disconnected';
  if (isEnded && !state.attempt) return state;
  const { suspicion: _suspicion, former: _former, authorization, attempt, ...rest } = withoutEnded(state, event);
  if (!state.setUp)
    // It has no authorization that could have been revoked.
    return isRevocation(event.reason) ? state : { ...rest, status: 'awaiting_authorization', reason: event.reason };
  // Such a store keeps its authorization, so that the renewal of another store reconnects it.
  const kept = isRevocation(event.reason) && authorization ? { authorization } : {};
  const goingOn = attempt && !event.dropsAttempts ? { attempt: { ...attempt, returnTo: 'disconnected' } as const } : {};
  return { ...rest, ...kept, ...goingOn, status: 'disconnected', reason: event.reason, nextReminder: 0 };
}

function clearCheckReason(state: StoreState): StoreState {
  return isWarning(state.reason?.code) ? without(state, 'reason') : state;
}

function nextCheckAt(state: StoreState, at: string): string {
  return addMs(at, state.authorization ? confirmationIntervalMs(state.authorization) : 0);
}

function without(state: StoreState, key: 'attempt' | 'suspicion' | 'reason' | 'former'): StoreState {
  const rest: { -readonly [K in keyof StoreState]: StoreState[K] } = { ...state };
  delete rest[key];
  return rest;
}
