/** Whether a queued e-mail is still wanted when it leaves. Days may have passed since it was queued. */
import type { MessageContent } from './message-content.ts';
import { endsAuthorization, type Reason } from './reasons.ts';
import { isConnected, type StoreStatus } from './store-status.ts';

/**
 * Why an e-mail was not sent to a store. `superseded`: a newer one of its kind is queued or sent. Kept in the database:
 * changes are additive.
 */
export const dropReasons = ['connected', 'renewed', 'disconnected', 'superseded'] as const;
export type DropReason = (typeof dropReasons)[number];

/** A store as it is when the e-mail leaves. */
export interface StoreAtDeparture {
  readonly status: StoreStatus;
  readonly statusSince: Date;
  readonly reason?: Reason;
  readonly authorizedAt?: Date;
  readonly expiresAt?: Date;
}

/** Undefined while the e-mail is wanted. `stores`: all stores of the message. */
export function dropReasonOf(
  { content, queuedAt }: { readonly content: MessageContent; readonly queuedAt: Date },
  store: StoreAtDeparture,
  stores: readonly StoreAtDeparture[],
): DropReason | undefined {
  const isAuthorizedAfter = (date: Date) => store.authorizedAt !== undefined && store.authorizedAt > date;
  const isDisconnected = store.status === 'disconnected';
  switch (content.kind) {
    case 'renewal':
      if (isDisconnected) return 'disconnected';
      return store.expiresAt && store.expiresAt > new Date(content.expiresAt) ? 'renewed' : undefined;
    case 'campaign':
      if (isDisconnected) return 'disconnected';
      return isAuthorizedAfter(new Date(content.startsAt)) ? 'renewed' : undefined;
    case 'connect_link':
      if (isAuthorizedAfter(queuedAt)) return 'connected';
      return isDisconnected && store.statusSince > queuedAt ? 'disconnected' : undefined;
    case 'connect_again': {
      if (isDisconnected && store.reason?.code === 'disconnected_by_admin') return 'disconnected';
      if (isAuthorizedAfter(queuedAt)) return 'connected';
      // A renewal that failed leaves the store connected.
      if (!endsAuthorization(content.reason.code)) return undefined;
      // A revocation is confirmed for one store of the authorization after the other.
      const isLost = stores.some(({ status }) => !isConnected(status));
      return isLost ? undefined : 'connected';
    }
  }
}
