/**
 * The life of one store as a pure reducer: state and event → next state. An event that does not apply returns the same
 * object.
 */
import type { Reason } from './reasons.ts';
import { isWarning, reason } from './reasons.ts';
import type { AuthorizedPeriod, Reminder } from './renewal-schedule.ts';
import { confirmationIntervalMs, confirmationMs, reminderAt } from './renewal-schedule.ts';
import { addMs } from './schedule.ts';
import type { StoreStatus } from './store-status.ts';
import { isConnected } from './store-status.ts';

export interface Authorization extends AuthorizedPeriod {
  readonly grantId: string;
  readonly sellerId: string;
}

interface Attempt {
  readonly consentId: string;
  readonly returnTo: StoreStatus;
  /** Consents that are being verified as well, oldest first: the newest that is verified wins. */
  readonly earlier?: readonly string[];
}

/** Carried from run to run of the workflow, for years: changes are additive. */
export interface StoreState {
  readonly status: StoreStatus;
  /** Set by an admin, independent of the status. A disabled store keeps its dates. */
  readonly enabled: boolean;
  /** True since the store was first connected. */
  readonly setUp: boolean;
  readonly reason?: Reason;
  readonly sellerId?: string;
  readonly authorization?: Authorization;
  /** Index of the next reminder of this year. */
  readonly nextReminder: number;
  /** The consent being exchanged and verified, and the status to return to if it is refused. */
  readonly attempt?: Attempt;
  /** Failed checks of a connection whose revocation is not confirmed yet. `since`: the first; absent before 0.3.0. */
  readonly suspicion?: {
    readonly failures: number;
    readonly since?: string;
    readonly nextCheckAt?: string;
    readonly reason: Reason;
  };
}

interface AuthorizationReceived {
  readonly kind: 'authorization_received';
  readonly consentId: string;
  /** The attempts that go on as well, oldest first. */
  readonly underWay?: readonly string[];
  /** Only where release 0.2.0 returned to another status than that of the store. */
  readonly returnTo?: StoreStatus;
}

export type StoreEvent =
  | { readonly kind: 'created' }
  | AuthorizationReceived
  /** The seller authorized another store of the region, so this one needs no consent of its own. */
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
      return receive(state, event);
    case 'authorization_reused':
      if (state.status !== 'awaiting_authorization') return state;
      return {
        ...receive(state, { kind: 'authorization_received', consentId: reusedConsent }),
        sellerId: event.sellerId,
      };
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
      return recordFailedCheck(state, event.reason, at);
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

function receive(state: StoreState, { consentId, underWay = [], returnTo }: AuthorizationReceived): StoreState {
  // The year may have ended during an older attempt.
  const before = state.status === 'verifying' ? state.attempt?.returnTo : state.status;
  const attempt = attemptOf([...underWay, consentId], returnTo ?? before ?? 'awaiting_authorization');
  // The connection keeps working during a renewal.
  return isConnected(state.status) ? { ...state, attempt } : { ...state, attempt, status: 'verifying' };
}

function refuse(state: StoreState, consentId: string, why: Reason): StoreState {
  const consents = consentsUnderWay(state);
  if (state.attempt && !consents.includes(consentId)) return state;
  const others = consents.filter((other) => other !== consentId);
  // Those that go on decide what becomes of the store.
  if (state.attempt && others.length > 0) return { ...state, attempt: attemptOf(others, state.attempt.returnTo) };
  const status = state.status === 'verifying' ? (state.attempt?.returnTo ?? 'awaiting_authorization') : state.status;
  return { ...without(state, 'attempt'), status, reason: why };
}

/** Whether the consent is one of those that are being verified. */
export function isUnderWay(state: StoreState, consentId: string): boolean {
  return consentsUnderWay(state).includes(consentId);
}

/** The consents that are being verified, oldest first. */
export function consentsUnderWay({ attempt }: StoreState): readonly string[] {
  return attempt ? [...(attempt.earlier ?? []), attempt.consentId] : [];
}

function attemptOf(consents: readonly string[], returnTo: StoreStatus): Attempt {
  const earlier = consents.slice(0, -1);
  return { consentId: consents.at(-1) ?? '', returnTo, ...(earlier.length > 0 && { earlier }) };
}

function authorize(state: StoreState, event: Extract<StoreEvent, { kind: 'authorized' }>): StoreState {
  const isOwnConsent = event.consentId !== undefined;
  if (event.consentId !== undefined && !isUnderWay(state, event.consentId)) return state;
  // The renewal of another store applies only while this one still shares its authorization.
  if (!isOwnConsent && state.authorization?.grantId !== event.authorization.grantId) return state;
  if (!isOwnConsent && event.authorization.authorizedAt <= (state.authorization?.authorizedAt ?? '')) return state;
  const { reason: _reason, suspicion: _suspicion, ...rest } = state;
  return {
    ...(event.consentId === undefined ? rest : withoutOlderAttempts(rest, event.consentId)),
    // Its own attempt may still be running when the renewal of another store arrives.
    status: 'active',
    enabled: state.setUp ? state.enabled : true,
    setUp: true,
    sellerId: event.authorization.sellerId,
    authorization: event.authorization,
    nextReminder: 0,
  };
}

/** The consent has been adopted: only newer ones go on. */
function withoutOlderAttempts(state: StoreState, consentId: string): StoreState {
  const consents = consentsUnderWay(state);
  const newer = consents.slice(consents.indexOf(consentId) + 1);
  return newer.length > 0 ? { ...state, attempt: attemptOf(newer, 'active') } : without(state, 'attempt');
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

function disconnect(state: StoreState, why: Reason): StoreState {
  if (state.status === 'awaiting_authorization' || state.status === 'disconnected') return state;
  const { attempt: _attempt, suspicion: _suspicion, authorization, ...rest } = state;
  if (!state.setUp) return { ...rest, status: 'awaiting_authorization', reason: why };
  // Such a store keeps its authorization, so that the renewal of another store reconnects it.
  const isKept = why.code === 'authorization_revoked' || why.code === 'authorization_lost';
  const kept = isKept && authorization ? { authorization } : {};
  return { ...rest, ...kept, status: 'disconnected', reason: why, nextReminder: 0 };
}

function clearCheckReason(state: StoreState): StoreState {
  return isWarning(state.reason?.code) ? without(state, 'reason') : state;
}

function nextCheckAt(state: StoreState, at: string): string {
  return addMs(at, state.authorization ? confirmationIntervalMs(state.authorization) : 0);
}

function without(state: StoreState, key: 'attempt' | 'suspicion' | 'reason'): StoreState {
  const rest: { -readonly [K in keyof StoreState]: StoreState[K] } = { ...state };
  delete rest[key];
  return rest;
}
