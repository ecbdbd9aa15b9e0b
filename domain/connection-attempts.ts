/**
 * The connection attempts of a store. An attempt is one consent on its way to an authorization: it is under way from the
 * moment the consent is received until its single outcome. Several may be under way; the newest that is verified wins.
 */
import { reason, type Reason } from './reasons.ts';
import type { StoreStatus } from './store-status.ts';

/** Stands for the consent in an attempt that uses an existing authorization. */
export const reusedConsent = 'reused';

/** The attempts under way, of which there is at least one. Kept in histories and in the database: changes are additive. */
export interface Attempts {
  /** Of the newest. */
  readonly consentId: string;
  /** The status of the store when all of them have been refused. */
  readonly returnTo: StoreStatus;
  /** Consents of the others, oldest first. */
  readonly earlier?: readonly string[];
}

/** `Reason`: the consent was refused, superseded by a newer one, or cancelled by an administrator. */
export type AttemptOutcome = 'connected' | Reason;

export interface EndedAttempt {
  readonly consentId: string;
  readonly outcome: AttemptOutcome;
}

export type AttemptOutcomeKind = 'connected' | 'refused' | 'superseded' | 'cancelled';

export function outcomeKind(outcome: AttemptOutcome): AttemptOutcomeKind {
  if (outcome === 'connected') return outcome;
  if (outcome.code === 'superseded') return 'superseded';
  return outcome.code === 'disconnected_by_admin' ? 'cancelled' : 'refused';
}

/** What ends attempts. An attempt that an event does not name goes on, whatever becomes of the store. */
export type AttemptEnd =
  | { readonly kind: 'refused'; readonly consentId: string; readonly reason: Reason }
  /** The consent became the authorization of the store: older ones are superseded, newer ones go on. */
  | { readonly kind: 'connected'; readonly consentId: string }
  /** By an administrator, who disconnected or deleted the store. */
  | { readonly kind: 'cancelled' };

/** The consents under way, oldest first. */
export function consentsOf(attempts: Attempts | undefined): readonly string[] {
  return attempts ? [...(attempts.earlier ?? []), attempts.consentId] : [];
}

/** `consents`: oldest first. Undefined when there are none. */
export function attemptsOf(consents: readonly string[], returnTo: StoreStatus): Attempts | undefined {
  const newest = consents.at(-1);
  if (newest === undefined) return undefined;
  const earlier = consents.slice(0, -1);
  return { consentId: newest, returnTo, ...(earlier.length > 0 && { earlier }) };
}

/** The outcomes that `end` brings, oldest consent first; none when it names a consent that is not under way. */
export function endedBy(attempts: Attempts | undefined, end: AttemptEnd): readonly EndedAttempt[] {
  const consents = consentsOf(attempts);
  if (end.kind === 'cancelled') return consents.map(cancelled);
  const index = consents.indexOf(end.consentId);
  if (index < 0) return [];
  if (end.kind === 'refused') return [{ consentId: end.consentId, outcome: end.reason }];
  const older = consents.slice(0, index).map((consentId) => ({ consentId, outcome: reason('superseded') }));
  return [...older, { consentId: end.consentId, outcome: 'connected' }];
}

/** The attempts that go on after `end`. */
export function goingOnAfter(attempts: Attempts | undefined, end: AttemptEnd): Attempts | undefined {
  if (!attempts) return undefined;
  const ended = new Set(endedBy(attempts, end).map(({ consentId }) => consentId));
  const consents = consentsOf(attempts).filter((consentId) => !ended.has(consentId));
  return attemptsOf(consents, end.kind === 'connected' ? 'active' : attempts.returnTo);
}

function cancelled(consentId: string): EndedAttempt {
  return { consentId, outcome: reason('disconnected_by_admin') };
}
