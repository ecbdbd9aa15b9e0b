/** The state of one store and the events that change it: see `store-life.ts`. */
import type { Attempts } from './connection-attempts.ts';
import type { Reason } from './reasons.ts';
import type { AuthorizedPeriod, Reminder } from './renewal-schedule.ts';
import type { StoreStatus } from './store-status.ts';

export interface Authorization extends AuthorizedPeriod {
  readonly grantId: string;
  readonly sellerId: string;
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
  /** The consents being exchanged and verified. */
  readonly attempt?: Attempts;
  /** Failed checks of a connection whose revocation is not confirmed yet. `since`: the first; absent before 0.3.0. */
  readonly suspicion?: {
    readonly failures: number;
    readonly since?: string;
    readonly nextCheckAt?: string;
    readonly reason: Reason;
  };
  /** What the authorization has replaced, as long as it is in force: to be restored when it is undone. */
  readonly former?: FormerState;
}

export type FormerState = Pick<
  StoreState,
  'status' | 'setUp' | 'reason' | 'sellerId' | 'authorization' | 'nextReminder'
>;

export interface AuthorizationReceived {
  readonly kind: 'authorization_received';
  readonly consentId: string;
  /** The attempts that go on as well, oldest first. */
  readonly underWay?: readonly string[];
  /** Only where release 0.2.0 returned to another status than that of the store. */
  readonly returnTo?: StoreStatus;
}

export interface AuthorizationRefused {
  readonly kind: 'authorization_refused';
  readonly consentId: string;
  readonly reason: Reason;
  /** Only where release 0.2.0 would return to a connection whose year has ended. */
  readonly returnTo?: StoreStatus;
}

/** The browser that gave the consent has taken it back. */
export interface AuthorizationUndone {
  readonly kind: 'authorization_undone';
  /** Absent when it was given for another store. */
  readonly consentId?: string;
  readonly undone: Authorization;
  /** The authorization that is in force again, if there was one. */
  readonly restored?: Authorization;
}

export interface Disconnected {
  readonly kind: 'disconnected';
  readonly reason: Reason;
  /** Only where release 0.2.0 dropped the attempts under way when a revocation was confirmed. */
  readonly dropsAttempts?: boolean;
}

export type StoreEvent =
  | { readonly kind: 'created' }
  | AuthorizationReceived
  /** The seller authorized another store of the region, so this one needs no consent of its own. */
  | { readonly kind: 'authorization_reused'; readonly sellerId: string }
  | AuthorizationRefused
  | { readonly kind: 'authorized'; readonly authorization: Authorization; readonly consentId?: string }
  | AuthorizationUndone
  | { readonly kind: 'renewal_requested'; readonly reminder: Reminder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'check_passed' }
  | { readonly kind: 'check_failed'; readonly reason: Reason }
  | { readonly kind: 'check_inconclusive' }
  | Disconnected
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'deleted' };
