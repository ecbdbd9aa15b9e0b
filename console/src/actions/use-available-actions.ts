import { type Operation, useCan } from '../api/access.ts';
import type { Store, StoreCommand } from '../api/stores.ts';

export type StoreAction = StoreCommand | 'renew' | 'link' | 'delete';

const operations: Readonly<Record<StoreAction, Operation>> = {
  renew: 'addConnectLink',
  link: 'addConnectLink',
  check: 'checkStore',
  activate: 'activateStore',
  deactivate: 'deactivateStore',
  disconnect: 'disconnectStore',
  delete: 'deleteStore',
};

/** The actions that the store's state and the reader's role allow, in the order in which they are shown. */
export function useAvailableActions(store: Store): readonly StoreAction[] {
  const can = useCan();
  return actionsFor(store).filter((action) => can(operations[action]));
}

function actionsFor({ status, enabled, sellerId }: Store): readonly StoreAction[] {
  if (status === 'creating' || status === 'deleted') return [];
  const isConnected = status === 'active' || status === 'renewal_due';
  const actions: StoreAction[] = [];
  if (status === 'active') actions.push('renew');
  actions.push('link');
  if (isConnected) actions.push('check');
  if (sellerId !== undefined) actions.push(enabled ? 'deactivate' : 'activate');
  if (isConnected) actions.push('disconnect');
  actions.push('delete');
  return actions;
}
