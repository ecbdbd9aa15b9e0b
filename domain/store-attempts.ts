/** What becomes of a store's attempts, and of the store through them. */
import {
  type AttemptEnd,
  attemptsOf,
  consentsOf,
  type EndedAttempt,
  endedBy,
  goingOnAfter,
  reusedConsent,
} from './connection-attempts.ts';
import { endsAuthorization, isOfConsentOnly, type Reason, reason } from './reasons.ts';
import type { AuthorizationReceived, AuthorizationRefused, StoreEvent, StoreState } from './store-state.ts';
import { isConnected } from './store-status.ts';

/** The consents whose attempts end with `event`, and their outcomes. An attempt without a consent is not among them. */
export function endedAttempts(state: StoreState, event: StoreEvent): readonly EndedAttempt[] {
  return endsOf(state, event).filter(({ consentId }) => consentId !== reusedConsent);
}

function endsOf({ attempt }: StoreState, event: StoreEvent): readonly EndedAttempt[] {
  const end = attemptEnd(event);
  if (end) return endedBy(attempt, end);
  if (event.kind !== 'authorization_received') return [];
  // Release 0.2.0 ended the older ones.
  const dropped = consentsOf(attempt).filter((consentId) => !event.underWay?.includes(consentId));
  return dropped.map((consentId) => ({ consentId, outcome: reason('superseded') }));
}

/** An expiry and a confirmed revocation end none: a consent may be what makes up for them. */
function attemptEnd(event: StoreEvent): AttemptEnd | undefined {
  if (event.kind === 'authorization_refused')
    return { kind: 'refused', consentId: event.consentId, reason: event.reason };
  if (event.kind === 'authorized' && event.consentId !== undefined)
    return { kind: 'connected', consentId: event.consentId };
  if (event.kind === 'deleted') return { kind: 'cancelled' };
  return event.kind === 'disconnected' && !isRevocation(event.reason) ? { kind: 'cancelled' } : undefined;
}

/** A consent arrived. */
export function receive(state: StoreState, { consentId, underWay = [], returnTo }: AuthorizationReceived): StoreState {
  // The year may have ended during an older attempt.
  const before = state.status === 'verifying' ? state.attempt?.returnTo : state.status;
  const attempt = attemptsOf([...underWay, consentId], returnTo ?? before ?? 'awaiting_authorization');
  // The connection keeps working during a renewal.
  return isConnected(state.status) ? { ...state, attempt } : { ...state, attempt, status: 'verifying' };
}

/** A consent was refused. */
export function refuse(state: StoreState, event: AuthorizationRefused): StoreState {
  const { attempt, status } = state;
  if (attempt && !isUnderWay(state, event.consentId)) return state;
  const rest = withoutEnded(state, event);
  // Those that go on decide what becomes of the store.
  if (rest.attempt) return rest;
  const returnTo = event.returnTo ?? attempt?.returnTo ?? 'awaiting_authorization';
  // An admin's disconnection stays known: nothing but a connection lifts it, least of all a consent that was refused.
  const keepsReason = isOfConsentOnly(event.reason.code) || state.reason?.code === 'disconnected_by_admin';
  const why = keepsReason ? {} : { reason: event.reason };
  return { ...rest, status: status === 'verifying' ? returnTo : status, ...why };
}

/** Whether the consent is one of those that are being verified. */
export function isUnderWay(state: StoreState, consentId: string): boolean {
  return consentsUnderWay(state).includes(consentId);
}

/** The consents that are being verified, oldest first. */
export function consentsUnderWay({ attempt }: StoreState): readonly string[] {
  return consentsOf(attempt);
}

/** The attempts that go on after `event`. */
export function withoutEnded(state: StoreState, event: StoreEvent): StoreState {
  const end = attemptEnd(event);
  const attempt = end ? goingOnAfter(state.attempt, end) : state.attempt;
  if (attempt) return { ...state, attempt };
  const { attempt: _attempt, ...rest } = state;
  return rest;
}

export function isRevocation({ code }: Reason): boolean {
  return endsAuthorization(code);
}
