/** The statuses of a store. A transition that the table does not list cannot happen. */
export const storeStatuses = [
  'creating',
  'awaiting_authorization',
  'verifying',
  'active',
  'renewal_due',
  'expired',
  'disconnected',
  'deleted',
] as const;

export type StoreStatus = (typeof storeStatuses)[number];

export const transitions: Readonly<Record<StoreStatus, readonly StoreStatus[]>> = {
  creating: ['awaiting_authorization'],
  awaiting_authorization: ['verifying', 'deleted'],
  verifying: ['active', 'awaiting_authorization', 'expired', 'disconnected', 'deleted'],
  // `awaiting_authorization` and `verifying`: the first authorization was undone.
  active: ['renewal_due', 'expired', 'disconnected', 'awaiting_authorization', 'verifying', 'deleted'],
  renewal_due: ['active', 'expired', 'disconnected', 'awaiting_authorization', 'verifying', 'deleted'],
  // `active` without `verifying`: another store of the same authorization was renewed.
  expired: ['verifying', 'active', 'disconnected', 'deleted'],
  disconnected: ['verifying', 'active', 'deleted'],
  deleted: [],
};

export function canTransition(from: StoreStatus, to: StoreStatus): boolean {
  return from === to || transitions[from].includes(to);
}

/** Statuses in which calls to Amazon work. An abandoned renewal or a failed attempt never leaves them. */
export function isConnected(status: StoreStatus): status is 'active' | 'renewal_due' {
  return status === 'active' || status === 'renewal_due';
}
